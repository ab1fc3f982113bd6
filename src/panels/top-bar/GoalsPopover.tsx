import { Material, Popover } from '#material';
import { GoalsForm } from './GoalsForm.tsx';

/** Between the goals and the edge of the screen, CSS pixels. */
const edge = 12;

/**
 * The goals that the design is judged by, at the edge of the screen where the inspector would be: the drawing keeps
 * clear of it.
 */
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
      anchorReference="anchorPosition"
      anchorPosition={{ left: window.innerWidth - edge, top: 58 }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      marginThreshold={edge}
      slotProps={{ paper: { role: 'dialog', 'aria-label': 'Goals' } }}
    >
      <GoalsForm />
    </Popover>
  </Material>
);
