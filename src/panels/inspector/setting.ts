import { type Edit, edits, type Resource, resourceSchemas } from '#model';
import { valueAt, withValue } from './value-path.ts';

/** Sets a property of one resource or of several; a sentence where one of them cannot have that value. */
export function setting(resources: readonly Resource[], path: string, value: unknown): Edit | string {
  const [top = ''] = path.split('.');
  const changed = resources.map((before) => ({ before, after: withValue(before, path, value) }));
  for (const { before, after } of changed) {
    const parsed = resourceSchemas[before.kind].safeParse(after);
    if (!parsed.success)
      return `${before.name} cannot have that: ${parsed.error.issues[0]?.message ?? 'not valid'}.`;
  }
  return (design) =>
    changed.reduce(
      (current, { before, after }) =>
        edits.updateResource(current, before.id, before.kind, { [top]: valueAt(after, top) }),
      design,
    );
}
