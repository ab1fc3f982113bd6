import type { Notice } from '#store';
import { paint, styled } from '#ui';
import { CommandLine } from './CommandLine.tsx';

const Command = styled('div')({ gridColumn: '2 / -2', maxWidth: 640 });
const List = styled('ul')({
  gridColumn: '1 / -1',
  // Of whole entries, so that none is cut.
  maxHeight: 'min(282px, 30vh)',
  overflowY: 'auto',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': {
    padding: '6px 0',
    borderTop: `1px solid ${paint('line')}`,
    fontSize: 12,
    lineHeight: '17px',
    overflowWrap: 'anywhere',
  },
  '& li span': { display: 'block', color: paint('t2') },
});

/** Entries shown; a file can leave out thousands, and a fix change as many. */
const most = 300;

/** What a list has room for, and how many are left out. */
const Entries = ({
  entries,
}: {
  entries: readonly { readonly what: string; readonly because?: string }[];
}) => (
  <List>
    {entries.slice(0, most).map(({ what, because }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list of a notice never changes, and two may say the same.
      <li key={at}>
        {what}
        {because === undefined ? null : <span>{because}</span>}
      </li>
    ))}
    {entries.length > most ? <li>And {entries.length - most} more.</li> : null}
  </List>
);

/** What helps with a notice: a command to run elsewhere, and, where it is open, everything that it is about. */
export const NoticeDetails = ({
  notice: { command, details = [], changes = [] },
  isOpen,
}: {
  notice: Notice;
  isOpen: boolean;
}) => (
  <>
    {command === undefined ? null : (
      <Command>
        <CommandLine command={command} />
      </Command>
    )}
    {isOpen ? <Entries entries={[...details, ...changes.map((what) => ({ what }))]} /> : null}
  </>
);
