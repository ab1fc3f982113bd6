import { categoryOf, iconOf } from '#drawing';
import { Choice } from '#material';
import { findResource, kindInSentence, type ResourceId, type ResourceKind } from '#model';
import { Icon, paint, ResourceTile, styled, useAppState } from '#ui';
import { useInspected } from '../inspected.ts';
import { candidatesFor } from '../legality.ts';
import { Absent, QuietSelect, Reason } from './quiet.ts';
import { useNewReferenced } from './use-new-referenced.ts';

const nothing = ' ';
/** Choices that are no id of a resource. */
const newOf = (kind: ResourceKind) => ` new ${kind}`;

const Badge = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 5,
  height: 20,
  maxWidth: '100%',
  margin: '-2px 0',
  padding: '0 6px',
  borderRadius: 5,
  fontSize: 11,
  fontWeight: 550,
  verticalAlign: 'top',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Another resource by name; what Azure would refuse is shown with the reason. */
export function ReferenceControl({
  label,
  path,
  value,
  absent,
  kinds,
  isRequired,
  onCommit,
}: {
  label: string;
  path: string;
  value: ResourceId | undefined;
  /** Said where there is none. */
  absent: string;
  kinds: readonly ResourceKind[];
  isRequired: boolean;
  onCommit: (value: ResourceId | undefined) => void;
}) {
  const design = useAppState((state) => state.design);
  const inspected = useInspected();
  const candidates = candidatesFor(path, kinds, inspected.resource, design);
  const current = findResource(design, value);
  const { creatable, create } = useNewReferenced(path, kinds, false);
  const isOther = value !== undefined && !candidates.some(({ resource }) => resource.id === value);
  return (
    <QuietSelect
      value={value ?? nothing}
      displayEmpty
      inputProps={{ 'aria-label': label }}
      onChange={({ target }) => {
        const made = creatable.find((kind) => newOf(kind) === target.value);
        if (made) create(made);
        else onCommit(target.value === nothing ? undefined : (target.value as ResourceId));
      }}
      renderValue={() =>
        current ? (
          <Badge
            style={{
              color: paint(categoryOf(current.kind)),
              backgroundColor: paint(`${categoryOf(current.kind)}-tint`),
            }}
          >
            <Icon icon={iconOf(current.kind)} size={12} />
            <span>{current.name}</span>
          </Badge>
        ) : (
          <Absent>{value === undefined ? absent : 'Not in this design'}</Absent>
        )
      }
    >
      {isRequired ? null : (
        <Choice value={nothing}>
          <Absent>
            {candidates.length + creatable.length === 0 ? 'None: nothing in the design fits' : 'None'}
          </Absent>
        </Choice>
      )}
      {isOther ? (
        <Choice value={value}>
          <Absent>{current?.name ?? 'Not in this design'}</Absent>
        </Choice>
      ) : null}
      {candidates.map(({ resource, refusal }) => (
        <Choice key={resource.id} value={resource.id} disabled={refusal !== undefined}>
          <ResourceTile kind={resource.kind} size={18} />
          {resource.name}
          {refusal === undefined ? null : <Reason>{refusal}</Reason>}
        </Choice>
      ))}
      {creatable.map((kind) => (
        <Choice key={newOf(kind)} value={newOf(kind)}>
          <Icon icon="plus" size={14} />
          New {kindInSentence(kind)}
        </Choice>
      ))}
    </QuietSelect>
  );
}
