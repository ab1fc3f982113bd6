import { commandGroups } from '#commands';
import { Dialog, Icon, IconButton, Keycaps, paint, styled, useAppState, useAppStore } from '#ui';

const Body = styled('div')({ padding: '16px 20px 20px', width: 780, maxWidth: '90vw' });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  margin: '-6px -8px 4px 0',
  '& h2': { margin: 0, fontSize: 14, lineHeight: '18px', fontWeight: 650 },
});
const Groups = styled('div')({
  columns: '340px',
  columnGap: 32,
  // A group stays in one column.
  '& > div': { breakInside: 'avoid' },
  '& h3': {
    margin: 0,
    padding: '10px 0 4px',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 600,
    color: paint('t2'),
    breakAfter: 'avoid',
  },
});
const Rows = styled('dl')({
  margin: 0,
  '& > div': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 12,
    padding: '6px 0',
    breakInside: 'avoid',
    borderTop: `1px solid ${paint('line')}`,
  },
  '& dd': { margin: 0, flex: 'none', color: paint('t2') },
});

/** A group of more shortcuts than this stands last. */
const mostInFirst = 14;

const groups = commandGroups
  .map(({ title, commands }) => ({
    title,
    commands: commands.flatMap(({ id, title: name, shortcut }) =>
      shortcut === undefined ? [] : [{ id, title: name, shortcut }],
    ),
  }))
  // The longest fills a column of its own.
  .toSorted(
    (one, other) => Number(one.commands.length > mostInFirst) - Number(other.commands.length > mostInFirst),
  );

/** Every shortcut, drawn from the commands themselves. */
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
        <Groups>
          {groups.map(({ title, commands }) => (
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
        </Groups>
      </Body>
    </Dialog>
  );
}
