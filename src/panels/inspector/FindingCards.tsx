import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { fixFinding } from '#commands';
import type { ResourceId } from '#model';
import type { Finding } from '#rules';
import { paint, SeverityMarker, toneOf, useAppState, useCommandContext, useFindingIndex } from '#ui';
import { CommandLine } from '../CommandLine.tsx';
import { fixLabel } from '../findings/fix-label.ts';
import { SourceList } from '../SourceList.tsx';

/** Cards shown before the rest is asked for. */
const first = 3;

const Cards = styled('div')({ display: 'grid', gap: 8, padding: '0 12px 12px' });
const Card = styled('article')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr)',
  gap: '4px 10px',
  padding: '10px 12px 12px 10px',
  borderRadius: 12,
  fontSize: 12,
  lineHeight: '17px',
  overflowWrap: 'anywhere',
  '& h2': { margin: 0, fontSize: 12, lineHeight: '18px', fontWeight: 600 },
  '& .text': { gridColumn: 2, color: paint('t2') },
  '& ul': { margin: '2px 0 0', paddingLeft: 14 },
});
const Actions = styled('div')({ gridColumn: 2, display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 4 });

function FindingCard({ finding, number }: { finding: Finding; number: number | undefined }) {
  const context = useCommandContext();
  const isCurrent = useAppState((state) => state.finding === finding.fingerprint);
  const [isOpen, setOpen] = useState(false);
  const tone = toneOf(finding);
  const hue = tone === 'cannot-tell' ? 'neutral' : tone;
  const [offer] = finding.fixes;
  return (
    <Card
      style={{
        backgroundColor: `color-mix(in srgb, ${paint(`${hue}-tint`)} 55%, ${paint('panel')})`,
        boxShadow: `0 0 0 ${isCurrent ? 1.5 : 1}px ${isCurrent ? paint(hue) : paint(`${hue}-line`)}`,
      }}
    >
      <SeverityMarker tone={tone} number={number} isAccepted={finding.accepted !== undefined} />
      <h2>{finding.text}</h2>
      <div className="text">{finding.why}</div>
      {finding.missing ? (
        <div className="text">
          Missing: {finding.missing.fact}
          {finding.missing.command === undefined ? null : <CommandLine command={finding.missing.command} />}
        </div>
      ) : null}
      {isOpen ? (
        <div className="text">
          {finding.remedy}
          <ul>
            {finding.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {offer?.changes.map((change) => (
              <li key={change}>Fix: {change}</li>
            ))}
          </ul>
          <SourceList sources={finding.sources} />
        </div>
      ) : null}
      <Actions>
        {offer ? (
          <Button
            size="small"
            variant="contained"
            title={offer.title}
            onClick={() => fixFinding(context, finding)}
          >
            {fixLabel(finding)}
          </Button>
        ) : null}
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Less' : 'Evidence'}
        </Button>
      </Actions>
    </Card>
  );
}

/** What is wrong with the selected resource, worst first. */
export function FindingCards({ resource }: { resource: ResourceId }) {
  const { at, numberOf } = useFindingIndex();
  const [isWhole, setWhole] = useState(false);
  const findings = at.get(resource) ?? [];
  if (findings.length === 0) return null;
  const shown = isWhole ? findings : findings.slice(0, first);
  return (
    <Cards>
      {shown.map((finding) => (
        <FindingCard key={finding.fingerprint} finding={finding} number={numberOf.get(finding.fingerprint)} />
      ))}
      {findings.length > shown.length ? (
        <Button size="small" variant="text" onClick={() => setWhole(true)}>
          Show {findings.length - shown.length} more
        </Button>
      ) : null}
    </Cards>
  );
}
