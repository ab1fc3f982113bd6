import { type Design, findResource, isAlike, type Resource, type ResourceId } from '#model';
import type { Field, Part } from './fields/field.ts';
import { valueWords } from './fields/value-words.ts';
import { marked, marksInWords } from './marked.ts';
import { valueAt } from './value-path.ts';

const partsOf = (value: unknown): readonly unknown[] => [value ?? []].flat();

/** Parts that are told one by one; of more, how many. */
const fewParts = 4;

/** What parts of a list come and go: a line each, as a row of the list shows it, or counted. */
function partsInWords(before: unknown, after: unknown, cellsOf?: (part: Part) => readonly string[]): string {
  const rows = marked(partsOf(before), partsOf(after)).filter(({ mark }) => mark !== undefined);
  if (!cellsOf || rows.length > fewParts) return marksInWords(rows) ?? '';
  return rows
    .map(
      ({ row, mark }) =>
        `${mark === 'come' ? '+' : '−'} ${cellsOf(row as Part)
          .filter((cell) => cell !== '')
          .join(', ')}`,
    )
    .join('\n');
}

/** What a field would say after a change, where that is something else than before. */
export function thenWords(
  { path, control }: Field,
  before: Resource,
  after: Resource,
  design: Design,
): string | undefined {
  const [was, is] = [valueAt(before, path), valueAt(after, path)];
  if (isAlike(was, is)) return undefined;
  const nameOf = (id: unknown) => findResource(design, id as ResourceId)?.name ?? '';
  if (control.type === 'rows')
    return partsInWords(was, is, (part) => control.cells(part, nameOf)) || 'Changed';
  if (control.type === 'pairs') return partsInWords(was, is) || 'Changed';
  if (is === undefined) return 'Not set';
  return valueWords(control, is, nameOf);
}
