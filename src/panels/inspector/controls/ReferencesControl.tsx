import { Fragment, useState } from 'react';
import { findResource, kindInSentence, type ResourceId, type ResourceKind } from '#model';
import { Icon, Menu, MenuItem, Pressable, paint, ResourceTile, styled, useAppState } from '#ui';
import { useInspected } from '../inspected.ts';
import { candidatesFor } from '../legality.ts';
import { Absent, Reason, Sign } from './quiet.ts';
import { ResourceBadge } from './ResourceBadge.tsx';
import { useNewReferenced } from './use-new-referenced.ts';

const Badges = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 24px 24px',
  alignItems: 'center',
  justifyItems: 'start',
  // The plus is on the axis of what opens choices, in the first line.
  margin: '0 -4px 0 0',
  padding: '1px 0 1px 6px',
  fontSize: 12,
  lineHeight: '16px',
  '@media (pointer: coarse)': { minHeight: 34 },
  '& > *': { gridColumn: 1 },
});
const Small = styled(Pressable)({
  gridColumn: 2,
  height: 24,
  width: 24,
  borderRadius: 5,
  color: paint('t2'),
  '&[aria-haspopup]': { gridArea: '1 / 3' },
  '&:hover': { backgroundColor: paint('hover') },
});

/** Several other resources: a press on one goes there, its cross takes it away, the plus offers those that fit. */
export function ReferencesControl({
  label,
  path,
  value,
  kinds,
  absent,
  onCommit,
}: {
  label: string;
  path: string;
  value: readonly ResourceId[] | undefined;
  kinds: readonly ResourceKind[];
  absent: string;
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
        <Fragment key={id}>
          {findResource(design, id) ? <ResourceBadge id={id} /> : <Absent>Not in this design</Absent>}
          <Small
            title="Take away"
            aria-label={`Take ${findResource(design, id)?.name ?? 'what is not shown'} away from ${label}`}
            onClick={() => onCommit(present.filter((one) => one !== id))}
          >
            <Icon icon="close" size={12} />
          </Small>
        </Fragment>
      ))}
      {present.length === 0 ? <Absent>{absent}</Absent> : null}
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
            <Sign>
              <Icon icon="plus" size={14} />
            </Sign>
            New {kindInSentence(kind)}
          </MenuItem>
        ))}
      </Menu>
    </Badges>
  );
}
