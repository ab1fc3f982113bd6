import { useState } from 'react';
import { type FreePrefix, freePrefixesOf, usableIn } from '#commands';
import { deriveNetwork } from '#network';
import { Button, Icon, Menu, MenuItem, paint, styled, useAppState } from '#ui';
import type { FreeSpaceOf } from '../fields/field.ts';
import { useInspectedResource } from '../inspected.ts';

const Size = styled('span')({
  flexGrow: 1,
  textAlign: 'end',
  paddingLeft: 16,
  fontSize: 11.5,
  color: paint('t2'),
});

/** Of a subnet, also whether it would hold what is in it; `needed` is none for a network. */
const sizeOf = (free: FreePrefix, needed: number | undefined): string => {
  if (needed === undefined) return `${free.size.toLocaleString('en')} addresses`;
  const usable = usableIn(free);
  return usable < needed ? `${usable} usable, too few` : `${usable} usable`;
};

/** The next free prefix of each length, to take instead of typing one. */
export function FreePrefixes({
  label,
  current,
  freeSpaceOf,
  onChoose,
}: {
  label: string;
  /** What it has already. */
  current: readonly string[];
  freeSpaceOf: FreeSpaceOf;
  onChoose: (prefix: string) => void;
}) {
  const design = useAppState((state) => state.design);
  const resource = useInspectedResource();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const space = anchor && resource ? freeSpaceOf(design, resource) : undefined;
  const offered = space ? freePrefixesOf(space) : [];
  const needed =
    space && resource?.kind === 'subnet' ? deriveNetwork(design).addressing(resource.id).used : undefined;
  return (
    <>
      <Button
        size="small"
        style={{ margin: '4px 0 4px 6px' }}
        aria-haspopup="menu"
        aria-label={`Free prefixes for ${label.toLowerCase()}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Free prefixes
        <Icon icon="chevron-down" size={12} />
      </Button>
      <Menu anchor={anchor} onClose={() => setAnchor(undefined)}>
        {offered.length === 0 ? (
          <MenuItem disabled>
            {space ? `Nothing is free in ${space.of}` : 'It lies in no virtual network yet'}
          </MenuItem>
        ) : null}
        {offered.map((free) => (
          <MenuItem
            key={free.prefix}
            aria-current={current.includes(free.prefix)}
            onClick={() => {
              setAnchor(undefined);
              onChoose(free.prefix);
            }}
          >
            <span className="mono">{free.prefix}</span>
            <Size>{sizeOf(free, needed)}</Size>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
