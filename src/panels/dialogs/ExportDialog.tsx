import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import {
  copyMarkdown,
  type ExportFormat,
  exportAs,
  exportFormatIds,
  formatFacts,
  formatGroups,
} from '#commands';
import { Icon, paint, useAppState, useAppStore, useCommandContext } from '#ui';

const Body = styled('div')({
  width: 480,
  maxWidth: '90vw',
  padding: '14px 16px 18px',
  display: 'grid',
  gap: 10,
});
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  '& h2': { margin: 0, fontSize: 14, lineHeight: '18px', fontWeight: 650 },
});
const Quiet = styled('p')({ margin: 0, fontSize: 12, lineHeight: '17px', color: paint('t2') });
const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto',
  alignItems: 'center',
  gap: 8,
  padding: '10px 0',
  borderTop: `1px solid ${paint('line')}`,
  '& h3': { gridColumn: '1 / -1', margin: 0, fontSize: 12, fontWeight: 600, color: paint('t2') },
  '& strong': { display: 'block', fontSize: 12.5, fontWeight: 600 },
  '& .text': { fontSize: 12, lineHeight: '17px', color: paint('t2') },
  '& ul': {
    gridColumn: '1 / -1',
    margin: 0,
    paddingLeft: 16,
    fontSize: 12,
    lineHeight: '17px',
    color: paint('t2'),
  },
});

/** By group, so that a format added to the list of formats shows up where it belongs. */
const formats = formatGroups.flatMap((group) =>
  exportFormatIds
    .map((id) => ({ id, ...formatFacts(id) }))
    .filter((format) => format.group === group)
    .map(({ id, title, text }, at) => ({ id, title, text, ...(at === 0 && { group }) })),
);

const quantity = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

type Outcome = { readonly title: string; readonly omissions: readonly { what: string; because: string }[] };

function Formats() {
  const context = useCommandContext();
  const [busy, setBusy] = useState<ExportFormat>();
  const [done, setDone] = useState<Readonly<Partial<Record<ExportFormat, Outcome>>>>({});

  const run = async (format: ExportFormat) => {
    if (busy !== undefined) return;
    setBusy(format);
    const omissions = await exportAs(context, format);
    setBusy(undefined);
    if (omissions) setDone((before) => ({ ...before, [format]: { title: 'Saved', omissions } }));
  };
  const copy = async () => {
    const isCopied = await copyMarkdown(context);
    const title = isCopied ? 'Copied' : 'The browser refused to copy';
    setDone((before) => ({ ...before, markdown: { title, omissions: [] } }));
  };

  return formats.map(({ id, title, text, group }) => {
    const outcome = done[id];
    return (
      <Row key={id}>
        {group === undefined ? null : <h3>{group}</h3>}
        <div>
          <strong>{title}</strong>
          <span className="text" role={outcome ? 'status' : undefined}>
            {outcome ? outcome.title : text}
          </span>
        </div>
        {id === 'markdown' ? <Button onClick={() => void copy()}>Copy</Button> : <span />}
        <Button
          variant={id === 'png' ? 'contained' : 'outlined'}
          // Not `disabled`: that would take the focus from the dialog, and Escape with it.
          aria-disabled={busy !== undefined}
          onClick={() => void run(id)}
          sx={{ minWidth: 72 }}
        >
          {busy === id ? 'Drawing' : 'Save'}
        </Button>
        {outcome && outcome.omissions.length > 0 ? (
          <ul>
            {outcome.omissions.map(({ what, because }) => (
              <li key={`${what} ${because}`}>
                {what}: {because}
              </li>
            ))}
          </ul>
        ) : null}
      </Row>
    );
  });
}

/** The formats in which a design leaves, each with what it cannot say. */
export function ExportDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'export');
  const close = () => store.getState().setView({ dialog: undefined });
  const { errors, cannotTell } = useAppState((state) => state.result.summary);
  return (
    <Dialog open={isOpen} onClose={close} aria-labelledby="export-title">
      <Body>
        <Head>
          <h2 id="export-title">Export</h2>
          <IconButton aria-label="Close" onClick={close}>
            <Icon icon="close" size={16} />
          </IconButton>
        </Head>
        <Quiet>
          {errors > 0 || cannotTell > 0
            ? `${quantity(errors, 'error')} and ${quantity(cannotTell, 'check')} not decided: every format says so.`
            : 'No errors, and nothing that is not decided.'}{' '}
          Files are made in this browser.
        </Quiet>
        <div>{isOpen ? <Formats /> : null}</div>
      </Body>
    </Dialog>
  );
}
