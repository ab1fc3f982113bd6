import Dialog from '@mui/material/Dialog';
import { useAppState, useAppStore } from '#ui';
import { CommandSearch } from './CommandSearch.tsx';

/** Every resource and everything that can be done, by name. */
export function CommandDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'commands');
  const close = () => store.getState().setView({ dialog: undefined });
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      slotProps={{
        paper: {
          'aria-label': 'Search',
          sx: { width: 640, maxWidth: '90vw', alignSelf: 'flex-start', mt: '12vh' },
        },
      }}
    >
      <CommandSearch onClose={close} />
    </Dialog>
  );
}
