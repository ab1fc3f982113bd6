import { useState } from 'react';
import { fetchCommands, graphQueryCommand } from '#catalog';
import { Button, paint, styled } from '#ui';
import { CommandLine } from '../CommandLine.tsx';
import { Heading } from './heading.ts';

const Steps = styled('ol')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(360px, 1fr))',
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
const Children = styled('ul')({
  display: 'grid',
  gap: 8,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 12,
});

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
            {fetchCommands.length} child types, each by a command of its own. Without them the checks that
            need them say “not decided”, and name the command.
          </p>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide the commands' : `Show ${fetchCommands.length} commands`}
          </Button>
        </Step>
        {isOpen ? (
          <Step className="commands">
            <Children>
              {fetchCommands.map((fetch) => (
                <li key={fetch.armType}>
                  {sentence(fetch.title)}, for each <span className="mono">{'{id}'}</span>
                  <CommandLine command={`${fetch.command} > "${fetch.armType.split('/').at(-1)}.json"`} />
                </li>
              ))}
            </Children>
          </Step>
        ) : null}
      </Steps>
    </section>
  );
}
