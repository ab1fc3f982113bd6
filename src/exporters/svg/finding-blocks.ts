import { markerShapes, type Shape, textStyles } from '#drawing';
import { textWidth } from '#layout';
import type { Finding } from '#rules';
import { line, paragraph, rule } from './sheet-text.ts';

/** A part of the right column that is not broken; drawn at its own origin. */
export interface Block {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const indent = 32;

/** A finding with its number, its place on the grid, what is wrong and what to do. */
export function findingBlock(
  finding: Finding,
  number: number,
  places: readonly string[],
  width: number,
): Block {
  const shown =
    places.length > 3 ? `${places.slice(0, 3).join(' ')} +${places.length - 3}` : places.join(' ');
  const placeWidth = shown === '' ? 0 : textWidth(shown, textStyles['small-address']) + 12;
  const text = paragraph(indent, 24, finding.text, 'section', width - indent - placeWidth, 15);
  const status = statusOf(finding);
  const said = status === undefined ? finding.remedy : `${status} ${finding.remedy}`;
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

function statusOf({ accepted, verdict, missing }: Finding): string | undefined {
  if (accepted) {
    const until = accepted.expires === undefined ? '' : ` until ${accepted.expires}`;
    return `Accepted by ${accepted.owner}${until}: ${accepted.reason}.`;
  }
  return verdict === 'cannot-tell'
    ? `Not decided: ${missing?.fact ?? 'a fact'} is not in the file.`
    : undefined;
}
