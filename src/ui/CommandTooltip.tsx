import type { ReactElement } from 'react';
import type { Command } from '#commands';
import { Keycaps } from './Keycaps.tsx';
import { styled } from './styled.ts';
import { Tooltip } from './Tooltip.tsx';

const Row = styled('span')({ display: 'inline-flex', gap: 10, alignItems: 'center' });

/** Names a command and its keys at a control that runs it. */
export const CommandTooltip = ({
  command,
  title = command.title,
  children,
}: {
  command: Command;
  title?: string | undefined;
  children: ReactElement;
}) => (
  <Tooltip
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
