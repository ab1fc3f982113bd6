import { edits, findResource, type Resource, resourceSchemas } from '#model';
import { useAppStore } from '#ui';
import { FieldList } from './controls/FieldList.tsx';
import type { Field } from './fields/field.ts';
import { fieldsOf } from './fields/fields-of.ts';
import { Section } from './Section.tsx';
import { valueAt, withValue } from './value-path.ts';

/** Everything that can be set on a resource, in Azure's own words. */
export function Properties({ resource }: { resource: Resource }) {
  const store = useAppStore();
  const fields = fieldsOf(resource.kind);
  if (fields.length === 0) return null;

  const commit = (path: string, value: unknown, field: Field): string | undefined => {
    const { design, edit } = store.getState();
    const before = findResource(design, resource.id);
    if (!before) return undefined;
    const after = withValue(before, path, value);
    const parsed = resourceSchemas[before.kind].safeParse(after);
    if (!parsed.success)
      return `This cannot be set like that: ${parsed.error.issues[0]?.message ?? 'not valid'}.`;
    const [top = ''] = path.split('.');
    edit(`change ${field.label.toLowerCase()} of ${before.name}`, (current) =>
      edits.updateResource(current, before.id, before.kind, { [top]: valueAt(after, top) }),
    );
    return undefined;
  };

  return (
    <Section title="Properties" isTitled={fields[0]?.control.type !== 'rows'}>
      <FieldList fields={fields} read={(path) => valueAt(resource, path)} onCommit={commit} />
    </Section>
  );
}
