import type { ComponentProps } from 'react';
import type { Command } from '#commands';
import { CommandTooltip } from './CommandTooltip.tsx';
import { useCommand } from './commands-context.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

/** An icon that runs a command; its name and keys stand in the tooltip. */
export const CommandButton = ({
  command,
  icon,
  title,
  placement,
  isEnabled = true,
}: {
  command: Command;
  icon: string;
  title?: string;
  placement?: ComponentProps<typeof CommandTooltip>['placement'];
  isEnabled?: boolean;
}) => {
  const { run, isEnabled: canRun } = useCommand(command);
  return (
    <CommandTooltip command={command} title={title} placement={placement}>
      <IconButton aria-label={title ?? command.title} onClick={run} disabled={!(canRun && isEnabled)}>
        <Icon icon={icon} size={18} />
      </IconButton>
    </CommandTooltip>
  );
};
