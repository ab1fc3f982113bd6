import { Choice } from '#material';
import { findResource, kindInSentence, type ResourceId, type ResourceKind } from '#model';
import { Icon, ResourceTile, styled, useAppState } from '#ui';
import { useInspected } from '../inspected.ts';
import { candidatesFor } from '../legality.ts';
import { Absent, focused, QuietSelect, Reason, Sign } from './quiet.ts';
import { ResourceBadge } from './ResourceBadge.tsx';
import { useNewReferenced } from './use-new-referenced.ts';

const nothing = ' ';
/** Choices that are no id of a resource. */
const newOf = (kind: ResourceKind) => ` new ${kind}`;

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  minWidth: 0,
  marginRight: -6,
  borderRadius: 7,
  '& > button': { marginLeft: 6 },
  // The badge is the value: around both.
  '&:has(> button):has(.Mui-focused)': focused,
});
/** Beside the badge only its sign is to be seen; those who listen hear the name as its value. */
const Choose = styled(QuietSelect)({
  flex: '1 0 28px',
  width: 'auto',
  minWidth: 0,
  'button + &&': { boxShadow: 'none' },
});
const Heard = styled('span')({ position: 'absolute', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });

/** Another resource by name, which a press goes to, and the choice of one: what Azure would refuse has the reason beside it. */
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
    <Row>
      {current ? <ResourceBadge id={current.id} /> : null}
      <Choose
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
            <Heard>{current.name}</Heard>
          ) : (
            <Absent>{value === undefined ? absent : 'Not in this design'}</Absent>
          )
        }
      >
        {isRequired ? null : (
          <Choice value={nothing}>
            <Sign />
            <Absent>
              {candidates.length + creatable.length === 0 ? 'None: nothing in the design fits' : 'None'}
            </Absent>
          </Choice>
        )}
        {isOther ? (
          <Choice value={value}>
            <Sign />
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
            <Sign>
              <Icon icon="plus" size={14} />
            </Sign>
            New {kindInSentence(kind)}
          </Choice>
        ))}
      </Choose>
    </Row>
  );
}
