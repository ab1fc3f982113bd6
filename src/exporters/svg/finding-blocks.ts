import { markerShapes, textStyles } from '#drawing';
import { textWidth } from '#layout';
import type { Finding } from '#rules';
import type { Block } from './block.ts';
import { line, paragraph, rule } from './sheet-text.ts';

const indent = 32;
const mostPlaces = 3;

/** Room for so many places, whichever they are, so that a finding is as high before they are known. */
function reservedFor(places: number): number {
  if (places === 0) return 0;
  const widest = Array.from({ length: Math.min(places, mostPlaces) }, () => 'W99');
  const more = places > mostPlaces ? [' +99'] : [];
  return textWidth([...widest, ...more].join(' '), textStyles['small-address']) + 12;
}

/** A finding with its number, its place on the grid, what is wrong and what to do. */
export function findingBlock(
  finding: Finding,
  number: number,
  places: readonly string[],
  width: number,
): Block {
  const shown =
    places.length > mostPlaces
      ? `${places.slice(0, mostPlaces).join(' ')} +${places.length - mostPlaces}`
      : places.join(' ');
  const placeWidth = reservedFor(places.length);
  const text = paragraph(indent, 24, finding.text, 'section', width - indent - placeWidth, 15);
  const said = explanationOf(finding);
  const remedy = paragraph(indent, 24 + text.height + 1, said, 'fact', width - indent, 14, 't2');
  const height = 24 + text.height + remedy.height + 2;
  return {
    height,
    shapes: [
      ...markerShapes(finding, `${number}`, 12, 20),
      ...text.shapes,
      ...(shown === '' ? [] : [line(width, 24, shown, 'small-address', 't2', 'end')]),
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
