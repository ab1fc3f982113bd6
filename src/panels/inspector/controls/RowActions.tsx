import { Button, Icon, IconButton, Keycaps, styled, Tooltip } from '#ui';

export const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  padding: '8px 14px 0 calc(14px + var(--inset, 0px))',
});
const Hint = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 8 });

/** What an arrow key does on a row, together with Alt. */
const steps = [
  { step: -1, icon: 'chevron-up', title: 'Earlier', shortcut: 'Alt+ArrowUp' },
  { step: 1, icon: 'chevron-down', title: 'Later', shortcut: 'Alt+ArrowDown' },
] as const;

/** What can be done with an open row besides changing its fields. */
export const RowActions = ({
  noun,
  canMove,
  onMove,
  onRemove,
}: {
  noun: string;
  /** Absent where no order decides. */
  canMove: ((step: 1 | -1) => boolean) | undefined;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}) => (
  <Actions>
    {canMove
      ? steps.map(({ step, icon, title, shortcut }) => (
          <Tooltip
            key={step}
            title={
              <Hint>
                {title}
                <Keycaps shortcut={shortcut} />
              </Hint>
            }
          >
            <IconButton
              size="small"
              aria-label={`${title}: this ${noun}`}
              disabled={!canMove(step)}
              onClick={() => onMove(step)}
            >
              <Icon icon={icon} size={14} />
            </IconButton>
          </Tooltip>
        ))
      : null}
    <Button size="small" onClick={onRemove}>
      <Icon icon="close" size={12} />
      Remove this {noun}
    </Button>
  </Actions>
);
