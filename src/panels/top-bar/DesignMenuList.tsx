import { allCommands, type Command } from '#commands';
import { Keycaps, Menu, MenuItem, paint, styled, useCommandContext } from '#ui';

/** In the order in which they are shown. */
const inMenu = [
  'rename-design',
  'new',
  'open',
  'export-json',
  'export',
  'print',
  'arrange',
  'shortcuts',
  'start',
];
const Keys = styled('span')({ marginLeft: 'auto', paddingLeft: 16, color: paint('t2') });

/** What can be done with the design as a whole, beside what opened it. */
export function DesignMenuList({
  anchor,
  onClose,
}: {
  anchor: HTMLElement | undefined;
  onClose: () => void;
}) {
  const context = useCommandContext();
  const run = (command: Command) => {
    onClose();
    void command.run(context);
  };
  return (
    <Menu anchor={anchor} onClose={onClose}>
      {inMenu
        .flatMap((wanted) => allCommands.filter(({ id }) => id === wanted))
        .map((command) => (
          <MenuItem key={command.id} onClick={() => run(command)}>
            {command.title}
            <Keys>{command.shortcut === undefined ? null : <Keycaps shortcut={command.shortcut} />}</Keys>
          </MenuItem>
        ))}
    </Menu>
  );
}
