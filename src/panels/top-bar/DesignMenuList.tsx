import { allCommands, type Command, openRecent } from '#commands';
import { Keycaps, Menu, MenuItem, paint, styled, useAppState, useCommandContext } from '#ui';
import { savedAtInWords } from '../saved-at-in-words.ts';

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

const Others = styled('fieldset')({ minWidth: 0, margin: 0, padding: 0, border: 0 });
const Heading = styled('p')({
  margin: '6px 0 0',
  padding: '8px 8px 2px',
  borderTop: `1px solid ${paint('line')}`,
  fontSize: 11,
  lineHeight: '16px',
  fontWeight: 500,
  color: paint('t2'),
});
const Name = styled('span')({ maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis' });

/** Other designs to go on with; all of them are on the start screen. */
const most = 6;
const othersTitle = 'Other designs in this browser';
/** Pixels in which all of it is seen without scrolling. */
const height = 560;

/** What can be done with the design as a whole, and the others that are kept, beside what opened it. */
export function DesignMenuList({
  anchor,
  onClose,
}: {
  anchor: HTMLElement | undefined;
  onClose: () => void;
}) {
  const context = useCommandContext();
  const own = useAppState((state) => state.designKey);
  const recent = useAppState((state) => state.recentDesigns);
  const others = recent.filter(({ key }) => key !== own).slice(0, most);
  const now = Date.now();
  const run = (command: Command) => {
    onClose();
    void command.run(context);
  };
  return (
    <Menu anchor={anchor} most={height} onClose={onClose}>
      {inMenu
        .flatMap((wanted) => allCommands.filter(({ id }) => id === wanted))
        .map((command) => (
          <MenuItem key={command.id} onClick={() => run(command)}>
            {command.title}
            <Keys>{command.shortcut === undefined ? null : <Keycaps shortcut={command.shortcut} />}</Keys>
          </MenuItem>
        ))}
      {others.length === 0 ? null : (
        <Others aria-label={othersTitle}>
          <Heading aria-hidden="true">{othersTitle}</Heading>
          {others.map(({ key, name, savedAt }) => (
            <MenuItem
              key={key}
              onClick={() => {
                onClose();
                void openRecent(context, key);
              }}
            >
              <Name>{name}</Name>
              <Keys>{savedAtInWords(savedAt, now)}</Keys>
            </MenuItem>
          ))}
        </Others>
      )}
    </Menu>
  );
}
