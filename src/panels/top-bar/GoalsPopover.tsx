import Popover from '@mui/material/Popover';
import { GoalsForm } from './GoalsForm.tsx';

/** The goals that the design is judged by, beside what opened them. */
export const GoalsPopover = ({
  anchor,
  onClose,
}: {
  anchor: HTMLElement | undefined;
  onClose: () => void;
}) => (
  <Popover
    open={anchor !== undefined}
    anchorEl={anchor ?? null}
    onClose={onClose}
    anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
    transformOrigin={{ vertical: -6, horizontal: 'right' }}
    slotProps={{ paper: { role: 'dialog', 'aria-label': 'Goals' } }}
  >
    <GoalsForm />
  </Popover>
);
