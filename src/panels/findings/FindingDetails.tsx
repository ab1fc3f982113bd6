import { explained, type Finding } from '#rules';
import { paint, styled } from '#ui';
import { CommandLine } from '../CommandLine.tsx';
import { RuleLink } from '../RuleLink.tsx';
import { SourceList } from '../SourceList.tsx';
import { AcceptanceButton } from './AcceptanceButton.tsx';
import { AcceptanceForm } from './AcceptanceForm.tsx';
import { acceptanceWords } from './acceptance-words.ts';
import { FixOffers } from './FixOffers.tsx';
import { remedyWords } from './remedy-words.ts';
import { TracedHops } from './TracedHops.tsx';
import { useAcceptance } from './use-acceptance.ts';
import { wholeNames } from './whole-names.ts';

const Body = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '88px minmax(0, 1fr)',
  gap: '6px 12px',
  margin: 0,
  padding: '8px 14px 14px 46px',
  maxWidth: 900,
  fontSize: 12,
  lineHeight: '17px',
  '& dt': { color: paint('t2') },
  // On the line of the words in a button or a link.
  '& dt:has(+ dd :is(button, a):first-child)': { paddingTop: 4 },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  '& ul': { margin: 0, paddingLeft: 16 },
  // Nothing in it can be pressed any more, and nothing looks so.
  '&[inert] :is(button, a)': {
    boxShadow: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    textDecoration: 'none',
  },
  // Below its row, which stays in sight.
  '& :is(button, input, section, form)': { scrollMargin: '44px 0 10px' },
});

/** Why it matters, what shows it, what to do, and who says so. */
export function FindingDetails({
  finding,
  isGone,
}: {
  finding: Finding;
  /** It is read to its end, and nothing is left to be done or decided. */
  isGone: boolean;
}) {
  const acceptance = useAcceptance();
  const words = acceptanceWords(finding);
  const { why, sources, references } = explained(finding);
  return (
    <Body inert={isGone}>
      <dt>Why</dt>
      <dd>{wholeNames(why)}</dd>
      {finding.evidence.length > 0 ? (
        <>
          <dt>Evidence</dt>
          <dd>
            <ul>
              {finding.evidence.map((line) => (
                <li key={line}>{wholeNames(line)}</li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
      {finding.hops ? (
        <>
          <dt>Traced</dt>
          <dd>
            <TracedHops hops={finding.hops} />
          </dd>
        </>
      ) : null}
      {finding.missing ? (
        <>
          <dt>Missing fact</dt>
          <dd>
            {finding.missing.fact}
            {finding.missing.command === undefined ? null : <CommandLine command={finding.missing.command} />}
          </dd>
        </>
      ) : null}
      <dt>What to do</dt>
      <dd>{remedyWords(finding)}</dd>
      <FixOffers finding={finding} />
      <dt>Otherwise</dt>
      <dd>
        {words === undefined ? null : <div style={{ marginBottom: 6 }}>{words}</div>}
        {acceptance.isOpen ? (
          <AcceptanceForm finding={finding} isNarrow={false} onDone={() => acceptance.setOpen(false)} />
        ) : (
          <AcceptanceButton finding={finding} state={acceptance} />
        )}
      </dd>
      {references ? (
        <>
          <dt>Cites</dt>
          <dd>{references.join('; ')}</dd>
        </>
      ) : null}
      {sources.length > 0 ? (
        <>
          <dt>Sources</dt>
          <dd>
            <SourceList sources={sources} />
          </dd>
        </>
      ) : null}
      <dt>More</dt>
      <dd>
        <RuleLink rule={finding.rule} />
      </dd>
    </Body>
  );
}
