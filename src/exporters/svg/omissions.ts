import type { Scene } from '#drawing';
import { counted, notesOf } from '#model';
import type { ExportInput, Omission } from '../exporter.ts';
import { listedFindings } from './column.ts';
import type { DrawnPart } from './drawn-part.ts';
import { scriptsWithoutFont } from './embedded-fonts.ts';
import { millimetres, printScale } from './sheet-plan.ts';

/** The smallest text of a drawing, CSS pixels, and what is legible on paper: 7 points, as in the tables of a report. */
const smallestText = 10.5;
const legibleText = 28 / 3;
/** Sides of A2, A1 and A0 over those of A3. */
const papers: readonly (readonly [name: string, times: number])[] = [
  ['A2', Math.SQRT2],
  ['A1', 2],
  ['A0', 2 * Math.SQRT2],
];

const named = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** What the sheet cannot hold, or shows otherwise than one would think. */
export function omissionsOf(
  input: ExportInput,
  part: DrawnPart,
  size: { readonly width: number; readonly height: number },
): readonly Omission[] {
  const { beyond } = listedFindings(input, part);
  const cut = cutTexts(part.scene);
  const scripts = scriptsWithoutFont(wordsOf(input));
  const scale = printScale(size);
  const found: Omission[] = [];
  if (part.unseen.length > 0)
    found.push({
      what: `the selected ${named(part.unseen)}`,
      because: 'It has no place of its own on the drawing.',
    });
  if (part.left.length > 0)
    found.push({
      what: `${counted(part.left.length, 'connection')} out of the selection`,
      because: `The other end is not drawn: ${named(part.left)}.`,
    });
  if (cut.length > 0)
    found.push({
      what: `the ${cut.length === 1 ? 'end' : 'ends'} of ${counted(cut.length, 'long text')}`,
      because: `Cut with an ellipsis to fit its box: ${named(cut.map(short))}. The checklist has them in full.`,
    });
  if (scripts.length > 0)
    found.push({
      what: `letters of the drawing's own font for ${scripts.join(', ')}`,
      because: 'It has none: a viewer takes a font of its own, and a PNG made in the terminal shows boxes.',
    });
  if (beyond > 0)
    found.push({
      what: counted(beyond, 'finding'),
      because: 'The sheet lists the first of them; the checklist has all.',
    });
  if (scale * smallestText < legibleText) {
    const [paper] = papers.find(([, times]) => scale * times * smallestText >= legibleText) ?? [
      'more than A0',
    ];
    const height = (scale * smallestText * millimetres).toFixed(1);
    found.push({
      what: 'text large enough for A3',
      because: `The sheet is ${Math.round(size.width)} × ${Math.round(size.height)}: on A3 its smallest text is ${height} mm high. Print it on ${paper}, select a part, or print the HTML report, which shows it on several sheets.`,
    });
  }
  return found;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Texts that are drawn shorter than they are, each once. */
function cutTexts({ items }: Scene): readonly string[] {
  const found = items.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.type === 'text' && shape.full !== undefined ? [shape.full] : [])),
  );
  return [...new Set(found)];
}

const wordsOf = ({ design, result }: ExportInput): string =>
  [
    design.name,
    ...design.resources.map((resource) => resource.name),
    ...notesOf(design).map((note) => note.text),
    ...result.findings.map((finding) => `${finding.text} ${finding.remedy}`),
  ].join(' ');
