import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { fetchCommands, graphQueryCommand } from '#catalog';
import { open } from '#commands';
import { Icon, paint, useCommand } from '#ui';
import { CommandLine } from '../CommandLine.tsx';

const Drop = styled('div')({
  display: 'grid',
  justifyItems: 'center',
  gap: 6,
  padding: '22px 16px',
  borderRadius: 12,
  border: `1px dashed ${paint('line3')}`,
  textAlign: 'center',
  '& strong': { fontSize: 13, fontWeight: 600 },
  '& .text, & > svg': { color: paint('t2') },
});
const Estate = styled('section')({
  marginTop: 24,
  paddingTop: 20,
  borderTop: `1px solid ${paint('line')}`,
  '& h3': { margin: 0, fontSize: 13, lineHeight: '20px', fontWeight: 600 },
  '& p': { margin: '0 0 6px', color: paint('t2') },
});
const Steps = styled('ol')({
  listStyle: 'none',
  margin: '8px 0 0',
  padding: 0,
  '& li': { fontSize: 12, marginBottom: 6 },
});

/** Where files are dropped, and the commands that fetch a complete export from Azure. */
export function DropCard() {
  const openFile = useCommand(open);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Drop>
        <Icon icon="open" size={24} />
        <strong>Drop files to open them</strong>
        <span className="text">Several open as one design, a damaged one as far as it can.</span>
        <Button size="small" onClick={openFile.run} sx={{ mt: 1.5 }}>
          Choose files
        </Button>
      </Drop>
      <Estate>
        <h3>An estate from Azure</h3>
        <p>Run this where the Azure CLI is signed in, then drop the files above.</p>
        <CommandLine command={graphQueryCommand} />
        <Button size="small" variant="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the child types' : `And ${fetchCommands.length} child types that it leaves out`}
        </Button>
        {isOpen ? (
          <Steps>
            {fetchCommands.map((fetch) => (
              <li key={fetch.armType}>
                {fetch.title.charAt(0).toUpperCase() + fetch.title.slice(1)}, for each{' '}
                <span className="mono">{'{id}'}</span>
                <CommandLine command={fetch.command} />
              </li>
            ))}
          </Steps>
        ) : null}
      </Estate>
    </>
  );
}
