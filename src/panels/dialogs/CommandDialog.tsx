import { Dialog, styled, useAppState, useAppStore } from '#ui';
import { CommandSearch } from './CommandSearch.tsx';

const Box = styled(Dialog)({ width: 640, maxWidth: '90vw', margin: '12vh auto auto' });

/** Every resource and everything that can be done, by name. */
export function CommandDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'commands');
  const close = () => store.getState().setView({ dialog: undefined });
  return (
    <Box isOpen={isOpen} onClose={close} aria-label="Search">
      <CommandSearch onClose={close} />
    </Box>
  );
}
