import Dialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { allCommands } from '#commands';
import { Keycaps, paint, useAppState, useAppStore } from '#ui';

const Body = styled('div')({ padding: '16px 20px 20px', width: 780, maxWidth: '90vw' });
const Title = styled('h2')({ margin: '0 0 8px', fontSize: 14, lineHeight: '18px', fontWeight: 650 });
const Rows = styled('dl')({
  columns: '340px',
  columnGap: 32,
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

/** Every shortcut, drawn from the commands themselves. */
export function ShortcutsDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'shortcuts');
  return (
    <Dialog
      open={isOpen}
      onClose={() => store.getState().setView({ dialog: undefined })}
      aria-labelledby="shortcuts-title"
      maxWidth={false}
    >
      <Body>
        <Title id="shortcuts-title">Keyboard shortcuts</Title>
        <Rows>
          {allCommands.map((command) =>
            command.shortcut === undefined ? null : (
              <div key={command.id}>
                <dt>{command.title}</dt>
                <dd>
                  <Keycaps shortcut={command.shortcut} />
                </dd>
              </div>
            ),
          )}
        </Rows>
      </Body>
    </Dialog>
  );
}
