import { useState } from 'react';
import { childTypeCount, graphQueryCommand } from '#catalog';
import { Button, paint, styled } from '#ui';
import { CommandLine } from '../CommandLine.tsx';
import { FetchCommands } from '../parts.tsx';
import { Heading } from './heading.ts';

const Steps = styled('ol')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
  alignItems: 'start',
  '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  gap: 16,
  listStyle: 'none',
  margin: 0,
  padding: 0,
});
const Step = styled('li')({
  minWidth: 0,
  padding: '14px 16px 16px',
  borderRadius: 12,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}`,
  '& strong': { display: 'block', fontSize: 13, lineHeight: '18px', fontWeight: 600 },
  '& p': { margin: '4px 0 8px', color: paint('t2') },
  // Below both steps, where commands have room.
  '&.commands': { gridColumn: '1 / -1' },
});
/** The exact commands that fetch a complete export from Azure. */
export function FetchGuide() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label="An estate from Azure">
      <Heading>
        An estate from Azure<span>Run where the Azure CLI is signed in, then drop all files here</span>
      </Heading>
      <Steps>
        <Step>
          <strong>1. All resources</strong>
          <p>A graph query, page by page, into estate-1.json and so on.</p>
          <CommandLine command={graphQueryCommand} />
        </Step>
        <Step>
          <strong>2. What the graph leaves out</strong>
          <p>
            {childTypeCount} child types, each by a command of its own. Without them the checks that need them
            say “not decided”, and name the command.
          </p>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide the commands' : `Show ${childTypeCount} commands`}
          </Button>
        </Step>
        {isOpen ? (
          <Step className="commands">
            <FetchCommands />
          </Step>
        ) : null}
      </Steps>
    </section>
  );
}
