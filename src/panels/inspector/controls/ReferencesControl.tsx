import { useState } from 'react';
import { categoryOf, iconOf } from '#drawing';
import { findResource, kindInSentence, type ResourceId, type ResourceKind } from '#model';
import { Icon, Menu, MenuItem, Pressable, paint, ResourceTile, styled, useAppState } from '#ui';
import { useInspected } from '../inspected.ts';
import { candidatesFor } from '../legality.ts';
import { Absent, Reason } from './quiet.ts';
import { useNewReferenced } from './use-new-referenced.ts';

const Badges = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  padding: '1px 6px',
  fontSize: 12,
});
const Badge = styled(Pressable)({
  minHeight: 24,
  maxWidth: '100%',
  padding: '0 6px',
  gap: 5,
  borderRadius: 5,
  fontFamily: 'inherit',
  fontSize: 11,
  fontWeight: 550,
  '& span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});
const Add = styled(Pressable)({
  height: 24,
  width: 24,
  borderRadius: 5,
  color: paint('t2'),
  '&:hover': { backgroundColor: paint('hover') },
});

/** Several other resources; a click on one takes it away, the plus offers those that fit. */
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
      {present.map((id) => {
        const resource = findResource(design, id);
        const category = resource ? categoryOf(resource.kind) : 'neutral';
        return (
          <Badge
            key={id}
            title="Take away"
            aria-label={`Take ${resource?.name ?? 'what is not shown'} away from ${label}`}
            onClick={() => onCommit(present.filter((one) => one !== id))}
            style={{ color: paint(category), backgroundColor: paint(`${category}-tint`) }}
          >
            {resource ? <Icon icon={iconOf(resource.kind)} size={12} /> : null}
            <span>{resource?.name ?? 'Not in this design'}</span>
            <Icon icon="close" size={10} />
          </Badge>
        );
      })}
      {present.length === 0 ? <Absent>None</Absent> : null}
      <Add
        aria-label={`Add to ${label}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon icon="plus" size={14} />
      </Add>
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
