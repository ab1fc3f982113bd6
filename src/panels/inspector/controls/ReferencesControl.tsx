import { useState } from 'react';
import { findResource, kindInSentence, type ResourceId, type ResourceKind } from '#model';
import { Icon, Menu, MenuItem, Pressable, paint, ResourceTile, styled, useAppState } from '#ui';
import { useInspected } from '../inspected.ts';
import { candidatesFor } from '../legality.ts';
import { Absent, Reason } from './quiet.ts';
import { ResourceBadge } from './ResourceBadge.tsx';
import { useNewReferenced } from './use-new-referenced.ts';

const Badges = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 0',
  // To the edge, so that one thing and what can be done with it stand in one line.
  margin: '0 -8px 0 0',
  padding: '1px 0 1px 6px',
  fontSize: 12,
});
const One = styled('span')({ display: 'flex', minWidth: 0, maxWidth: '100%' });
const Small = styled(Pressable)({
  flex: 'none',
  height: 24,
  width: 24,
  borderRadius: 5,
  color: paint('t2'),
  '&:hover': { backgroundColor: paint('hover') },
});

/** Several other resources: a press on one goes there, its cross takes it away, the plus offers those that fit. */
export function ReferencesControl({
  label,
  path,
  value,
  kinds,
  onCommit,
}: {
  label: string;
  path: string;
  value: readonly ResourceId[] | undefined;
  kinds: readonly ResourceKind[];
  onCommit: (value: readonly ResourceId[] | undefined) => void;
}) {
  const design = useAppState((state) => state.design);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const present = value ?? [];
  const { resource: holder } = useInspected();
  const { creatable, create } = useNewReferenced(path, kinds, true);
  const offered = anchor
    ? candidatesFor(path, kinds, holder, design).filter(({ resource }) => !present.includes(resource.id))
    : [];
  return (
    <Badges role="group" aria-label={label}>
      {present.map((id) => (
        <One key={id}>
          {findResource(design, id) ? <ResourceBadge id={id} /> : <Absent>Not in this design</Absent>}
          <Small
            title="Take away"
            aria-label={`Take ${findResource(design, id)?.name ?? 'what is not shown'} away from ${label}`}
            onClick={() => onCommit(present.filter((one) => one !== id))}
          >
            <Icon icon="close" size={10} />
          </Small>
        </One>
      ))}
      {present.length === 0 ? <Absent>None</Absent> : null}
      <Small
        aria-label={`Add to ${label}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon icon="plus" size={14} />
      </Small>
      <Menu anchor={anchor} onClose={() => setAnchor(undefined)}>
        {offered.length + creatable.length === 0 ? (
          <MenuItem disabled>Nothing in the design fits</MenuItem>
        ) : null}
        {offered.map(({ resource, refusal }) => (
          <MenuItem
            key={resource.id}
            disabled={refusal !== undefined}
            onClick={() => {
              setAnchor(undefined);
              onCommit([...present, resource.id]);
            }}
          >
            <ResourceTile kind={resource.kind} size={18} />
            {resource.name}
            {refusal === undefined ? null : <Reason>{refusal}</Reason>}
          </MenuItem>
        ))}
        {creatable.map((kind) => (
          <MenuItem
            key={kind}
            onClick={() => {
              setAnchor(undefined);
              create(kind);
            }}
          >
            <Icon icon="plus" size={14} />
            New {kindInSentence(kind)}
          </MenuItem>
        ))}
      </Menu>
    </Badges>
  );
}
