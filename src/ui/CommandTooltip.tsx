import type { ReactElement } from 'react';
import type { Command } from '#commands';
import { Keycaps } from './Keycaps.tsx';
import { styled } from './styled.ts';
import { type Placement, Tooltip } from './Tooltip.tsx';

const Row = styled('span')({ display: 'inline-flex', gap: 10, alignItems: 'center' });

/** Names a command and its keys at a control that runs it. */
export const CommandTooltip = ({
  command,
  title = command.title,
  placement,
  children,
}: {
  command: Command;
  title?: string | undefined;
  placement?: Placement | undefined;
  children: ReactElement;
}) => (
  <Tooltip
    placement={placement}
    title={
      <Row>
        {title}
        {command.shortcut === undefined ? null : <Keycaps shortcut={command.shortcut} />}
      </Row>
    }
  >
    {children}
  </Tooltip>
);
