import { useState } from 'react';
import { inSentence } from '#commands';
import { findResource, holdsOthers, type Resource } from '#model';
import { Icon, Pressable, paint, styled, useAppState, useAppStore } from '#ui';
import { FieldList } from './controls/FieldList.tsx';
import type { Field } from './fields/field.ts';
import { commonFields, fieldsShownFor } from './fields/fields-of.ts';
import { Section } from './Section.tsx';
import { setting } from './setting.ts';
import { type Then, thenOf } from './then-words.ts';
import { useFixed } from './use-fixed.ts';
import { valueAt } from './value-path.ts';

const Part = styled('section')({ padding: '8px 0', borderTop: `1px solid ${paint('line')}` });
const Nothing = styled('p')({
  margin: '0 14px',
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  textWrap: 'balance',
});
const Fold = styled(Pressable)({
  display: 'flex',
  justifyContent: 'flex-start',
  gap: 6,
  width: 'calc(100% - 12px)',
  height: 28,
  margin: '0 6px',
  padding: '0 8px',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 11.5,
  fontWeight: 600,
  '& > svg': { color: paint('t3') },
  '& > span': { marginLeft: 'auto', fontWeight: 400, color: paint('t2') },
  '&:hover': { backgroundColor: paint('hover') },
});

/** Reads properties of a resource, and sets them as steps of the history. */
function useProperties(resource: Resource) {
  const store = useAppStore();
  const commit = (path: string, value: unknown, field: Field, what?: string): string | undefined => {
    const { design, edit } = store.getState();
    const before = findResource(design, resource.id);
    if (!before) return undefined;
    const change = setting([before], path, value);
    if (typeof change === 'string') return change;
    edit(what ? `${what} of ${before.name}` : `change ${inSentence(field.label)} of ${before.name}`, change);
    return undefined;
  };
  return { read: (path: string) => valueAt(resource, path), commit };
}

/** What the fix that is previewed would make of a field. */
function useThen(resource: Resource): ((field: Field) => readonly Then[]) | undefined {
  const design = useAppState((state) => state.design);
  const fixed = useFixed();
  const after = fixed && findResource(fixed, resource.id);
  return after && ((field) => thenOf(field, [resource, design], [after, fixed]));
}

/** Everything that can be set on a resource of its kind, in Azure's own words. */
export function Properties({ resource }: { resource: Resource }) {
  const { read, commit } = useProperties(resource);
  const fields = fieldsShownFor(resource);
  const then = useThen(resource);
  if (fields.length === 0 && (holdsOthers(resource.kind) || resource.kind === 'application-security-group'))
    return null;
  return (
    <Section
      title="Properties"
      isTitled={fields.length === 0 || fields.some(({ control }) => control.type !== 'rows')}
    >
      {fields.length === 0 ? <Nothing>Apart from its name and place there is nothing to set.</Nothing> : null}
      <FieldList fields={fields} read={read} then={then} onCommit={commit} />
    </Section>
  );
}

/** Where it comes from and its tags: seldom asked for, and folded until then. */
export function OriginAndTags({ resource }: { resource: Resource }) {
  const { read, commit } = useProperties(resource);
  const [isOpen, setOpen] = useState(false);
  const tags = Object.keys(resource.tags ?? {}).length;
  return (
    <Part aria-label="Origin and tags">
      <Fold aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon icon={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
        Origin and tags
        {tags > 0 ? <span>{tags === 1 ? '1 tag' : `${tags} tags`}</span> : null}
      </Fold>
      {isOpen ? <FieldList fields={commonFields} read={read} onCommit={commit} /> : null}
    </Part>
  );
}
