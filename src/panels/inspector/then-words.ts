import { type Design, findResource, isAlike, type Resource, type ResourceId } from '#model';
import type { Field } from './fields/field.ts';
import { valueWords } from './fields/value-words.ts';
import { valueAt } from './value-path.ts';

const textsOf = (value: unknown): readonly string[] =>
  [value ?? []].flat().map((part) => JSON.stringify(part));

/** How many parts of a list come and go. */
function partsInWords(before: unknown, after: unknown): string {
  const [was, is] = [textsOf(before), textsOf(after)];
  const come = is.filter((part) => !was.includes(part)).length;
  const gone = was.filter((part) => !is.includes(part)).length;
  return [come > 0 ? `${come} more` : '', gone > 0 ? `${gone} less` : ''].filter(Boolean).join(', ');
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
  if (control.type === 'rows' || control.type === 'pairs') return partsInWords(was, is) || 'Changed';
  if (is === undefined) return 'Not set';
  return valueWords(control, is, (id) => findResource(design, id as ResourceId)?.name ?? '');
}
