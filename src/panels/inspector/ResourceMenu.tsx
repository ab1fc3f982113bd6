import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { moveTo, placesToMove, removeSelection } from '#commands';
import type { Resource } from '#model';
import { Icon, Keycaps, paint, ResourceTile, useAppState, useCommandContext } from '#ui';

const Keys = styled('span')({ marginLeft: 'auto', paddingLeft: 24, color: paint('t3') });

/** What a pointer does on the canvas, by name: moving to another container, and removing. */
export function ResourceMenu({ resource }: { resource: Resource }) {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  const places = anchor ? placesToMove(design, resource) : [];
  return (
    <>
      <IconButton
        aria-label={`More for ${resource.name}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon icon="more" size={18} />
      </IconButton>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={close}>
        {places.map((place) => (
          <MenuItem
            key={place.id}
            sx={{ gap: 2 }}
            onClick={() => {
              close();
              moveTo(context, resource.id, place.id);
            }}
          >
            <ResourceTile kind={place.kind} size={18} />
            Move to {place.name}
          </MenuItem>
        ))}
        {places.length > 0 ? <Divider /> : null}
        <MenuItem
          onClick={() => {
            close();
            void removeSelection.run(context);
          }}
        >
          Remove {resource.name}
          <Keys>
            {removeSelection.shortcut === undefined ? null : <Keycaps shortcut={removeSelection.shortcut} />}
          </Keys>
        </MenuItem>
      </Menu>
    </>
  );
}
