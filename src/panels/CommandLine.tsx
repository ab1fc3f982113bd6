import { useState } from 'react';
import { Icon, IconButton, paint, styled, Tooltip, useCommandContext } from '#ui';

const Box = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 4,
  margin: '4px 0',
  padding: '4px 4px 4px 10px',
  borderRadius: 7,
  backgroundColor: paint('sunken'),
  boxShadow: `inset 0 0 0 1px ${paint('line')}`,
  '& code': {
    flex: 1,
    minWidth: 0,
    padding: '4px 0',
    fontSize: 11,
    lineHeight: '16px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

/** A command to run elsewhere, with a button that copies it. */
export function CommandLine({ command }: { command: string }) {
  const { browser } = useCommandContext();
  const [state, setState] = useState<'copied' | 'refused'>();
  const copy = () =>
    browser.copyText(command).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const word = state === 'copied' ? 'Copied' : state === 'refused' ? 'Select the text and copy it' : 'Copy';
  return (
    <Box>
      <code className="mono">{command}</code>
      <Tooltip title={word}>
        <IconButton size="small" aria-label={word} onClick={copy} onBlur={() => setState(undefined)}>
          <Icon icon={state === 'copied' ? 'check' : 'copy'} size={14} />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
