import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { allCommands, type Command } from '#commands';
import { Icon, Keycaps, paint, useCommandContext } from '#ui';

const inMenu = ['open', 'new', 'export-json', 'arrange', 'start', 'shortcuts'];
const Keys = styled('span')({ marginLeft: 'auto', paddingLeft: 24, color: paint('t2') });

/** What can be done with the design as a whole. */
export function DesignMenu() {
  const context = useCommandContext();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const run = (command: Command) => {
    setAnchor(undefined);
    void command.run(context);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label="Design menu"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ ml: -1.5 }}
      >
        <Icon icon="chevron-down" size={14} />
      </IconButton>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        {allCommands
          .filter((command) => inMenu.includes(command.id))
          .map((command) => (
            <MenuItem key={command.id} onClick={() => run(command)}>
              {command.title}
              <Keys>{command.shortcut === undefined ? null : <Keycaps shortcut={command.shortcut} />}</Keys>
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
