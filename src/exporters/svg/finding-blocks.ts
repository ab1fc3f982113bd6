import { markerShapes } from '#drawing';
import type { Finding } from '#rules';
import type { Block } from './block.ts';
import { line, paragraph, rule } from './sheet-text.ts';

const indent = 32;
const mostPlaces = 3;

/** Between the places of a finding, which stand below each other under its number. */
const placePitch = 14;

/** The first places on the grid, and how many more. */
const placesShown = (places: readonly string[]): readonly string[] =>
  places.length > mostPlaces ? [...places.slice(0, mostPlaces), `+${places.length - mostPlaces}`] : places;

/** A finding with its number, its place on the grid, what is wrong and what to do. */
export function findingBlock(
  finding: Finding,
  number: number,
  places: readonly string[],
  width: number,
): Block {
  const text = paragraph(indent, 24, finding.text, 'section', width - indent, 15);
  const said = explanationOf(finding);
  const remedy = paragraph(indent, 24 + text.height + 1, said, 'fact', width - indent, 14, 't2');
  const shown = placesShown(places);
  const height = Math.max(24 + text.height + remedy.height + 2, 46 + shown.length * placePitch);
  return {
    height,
    shapes: [
      ...markerShapes(finding, `${number}`, 12, 20),
      ...shown.map((place, at) => line(12, 44 + at * placePitch, place, 'small-address', 't2', 'middle')),
      ...text.shapes,
      ...remedy.shapes,
      rule(0, width, height),
    ],
  };
}

/** What to do, after what was decided about it. Commands are for the checklist: a sheet cannot be copied from. */
function explanationOf({ accepted, verdict, missing, remedy }: Finding): string {
  if (accepted) {
    const until = accepted.expires === undefined ? '' : ` until ${accepted.expires}`;
    return `Accepted by ${accepted.owner}${until}: ${accepted.reason}. ${remedy}`;
  }
  if (verdict !== 'cannot-tell') return remedy;
  return missing?.command === undefined
    ? `Not decided: ${missing?.fact ?? 'a fact'} is not in the file. ${remedy}`
    : 'Not decided. The checklist has the command that fetches what is missing.';
}
