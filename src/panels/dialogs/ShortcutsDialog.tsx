import { commandGroups, keysOfFocus, keysOfRows } from '#commands';
import { Dialog, Icon, IconButton, Keycaps, paint, styled, useAppState, useAppStore } from '#ui';
import { fade } from '../fade.ts';

const Body = styled('div')({ padding: '16px 20px 0', width: 'min(780px, 100vw - 96px)', '&::after': fade });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  margin: '-6px -8px 4px 0',
  '& h2': { margin: 0, fontSize: 14, lineHeight: '18px', fontWeight: 650 },
});
const Columns = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 32px',
  '& > div': { flex: '1 1 340px', minWidth: 0 },
  '& h3': {
    margin: 0,
    padding: '10px 0 4px',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 600,
    color: paint('t2'),
  },
});
const Rows = styled('dl')({
  margin: 0,
  '& > div': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 12,
    padding: '6px 0',
    borderTop: `1px solid ${paint('line')}`,
  },
  '& dd': { margin: 0, flex: 'none', color: paint('t2') },
});

const groups = [
  ...commandGroups.map(({ title, commands }) => ({
    title,
    commands: commands.flatMap(({ id, title: name, shortcut }) =>
      shortcut === undefined ? [] : [{ id, title: name, shortcut }],
    ),
  })),
  { title: 'On the canvas', commands: keysOfFocus },
  { title: 'In the outline, and on rules and other rows', commands: Object.values(keysOfRows) },
];
type Group = (typeof groups)[number];

const rowsIn = (some: readonly Group[]) => some.reduce((sum, { commands }) => sum + 1 + commands.length, 0);

/** Two columns that are about as long as each other: the long groups first, each where there is more room. */
const columns = groups
  .toSorted((one, other) => other.commands.length - one.commands.length)
  .reduce<readonly [readonly Group[], readonly Group[]]>(
    ([one, other], group) =>
      rowsIn(one) <= rowsIn(other) ? [[...one, group], other] : [one, [...other, group]],
    [[], []],
  )
  .map((column) => groups.filter((group) => column.includes(group)))
  // As the commands begin, so does the sheet.
  .toSorted(([one], [other]) => Number(other === groups[0]) - Number(one === groups[0]));

/** Every shortcut, drawn from the commands themselves, and what keys do on the canvas. */
export function ShortcutsDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'shortcuts');
  const close = () => store.getState().setView({ dialog: undefined });
  return (
    <Dialog isOpen={isOpen} onClose={close} aria-labelledby="shortcuts-title">
      <Body>
        <Head>
          <h2 id="shortcuts-title">Keyboard shortcuts</h2>
          <IconButton aria-label="Close" onClick={close}>
            <Icon icon="close" size={16} />
          </IconButton>
        </Head>
        <Columns>
          {columns.map((column) => (
            <div key={column[0]?.title}>
              {column.map(({ title, commands }) => (
                <div key={title}>
                  <h3>{title}</h3>
                  <Rows>
                    {commands.map(({ id, title: name, shortcut }) => (
                      <div key={id}>
                        <dt>{name}</dt>
                        <dd>
                          <Keycaps shortcut={shortcut} />
                        </dd>
                      </div>
                    ))}
                  </Rows>
                </div>
              ))}
            </div>
          ))}
        </Columns>
      </Body>
    </Dialog>
  );
}
