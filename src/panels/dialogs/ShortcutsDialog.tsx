import Dialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { allCommands } from '#commands';
import { Keycaps, paint, useAppState, useAppStore } from '#ui';

const Body = styled('div')({ padding: '16px 20px 20px', width: 420, maxWidth: '90vw' });
const Title = styled('h2')({ margin: '0 0 8px', fontSize: 14, lineHeight: '18px', fontWeight: 650 });
const Rows = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  margin: 0,
  '& > *': { margin: 0, padding: '6px 0', borderTop: `1px solid ${paint('line')}` },
  '& dd': { color: paint('t2'), textAlign: 'right' },
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
    >
      <Body>
        <Title id="shortcuts-title">Keyboard shortcuts</Title>
        <Rows>
          {allCommands.map((command) =>
            command.shortcut === undefined
              ? null
              : [
                  <dt key={command.id}>{command.title}</dt>,
                  <dd key={`${command.id} keys`}>
                    <Keycaps shortcut={command.shortcut} />
                  </dd>,
                ],
          )}
        </Rows>
      </Body>
    </Dialog>
  );
}
