import { Material, Popover } from '#material';
import { GoalsForm } from './GoalsForm.tsx';

/** Between the goals and the edge of the screen, CSS pixels. */
const edge = 12;

/** The goals that the design is judged by, below the button that shows them in short. */
export const GoalsPopover = ({
  anchor,
  onClose,
}: {
  anchor: HTMLElement | undefined;
  onClose: () => void;
}) => (
  <Material>
    <Popover
      open={anchor !== undefined}
      anchorEl={anchor ?? null}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      marginThreshold={edge}
      slotProps={{ paper: { role: 'dialog', 'aria-label': 'Goals' } }}
    >
      <GoalsForm />
    </Popover>
  </Material>
);
