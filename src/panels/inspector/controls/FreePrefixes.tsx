import { useState } from 'react';
import { type FreePrefix, freePrefixesOf, usableIn } from '#commands';
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

const sizeOf = (free: FreePrefix, isSubnet: boolean): string =>
  isSubnet ? `${usableIn(free)} usable` : `${free.size.toLocaleString('en')} addresses`;

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
  const isSubnet = resource?.kind === 'subnet';
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
            <Size>{sizeOf(free, isSubnet)}</Size>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
