import { keysOfRows } from '#commands';
import { Button, Icon, Keycaps, styled, Tooltip } from '#ui';

export const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  padding: '8px 14px 0 calc(14px + var(--inset, 0px))',
});
const Hint = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 8 });

const steps = [
  { step: -1, icon: 'chevron-up', title: 'Move up', shortcut: keysOfRows.up.shortcut },
  { step: 1, icon: 'chevron-down', title: 'Move down', shortcut: keysOfRows.down.shortcut },
] as const;

/** Right below an open row, whose place decides. */
export const RowMoves = ({
  noun,
  canMove,
  onMove,
}: {
  noun: string;
  canMove: (step: 1 | -1) => boolean;
  onMove: (step: 1 | -1) => void;
}) => (
  <Actions style={{ paddingTop: 2 }}>
    {steps.map(({ step, icon, title, shortcut }) => (
      <Tooltip
        key={step}
        title={
          <Hint>
            {title}
            <Keycaps shortcut={shortcut} />
          </Hint>
        }
      >
        <Button
          size="small"
          aria-label={`${title}: this ${noun}`}
          disabled={!canMove(step)}
          onClick={() => onMove(step)}
        >
          <Icon icon={icon} size={14} />
          {title}
        </Button>
      </Tooltip>
    ))}
  </Actions>
);

/** At the foot of an open row. */
export const RowRemoval = ({ noun, onRemove }: { noun: string; onRemove: () => void }) => (
  <Actions>
    <Button size="small" onClick={onRemove}>
      <Icon icon="close" size={12} />
      Remove this {noun}
    </Button>
  </Actions>
);
