import { useRef, useState } from 'react';
import { closePreview, fixAllOfKind, fixableOfKind, fixFinding, previewFix } from '#commands';
import type { ResourceId } from '#model';
import { explained, type Finding } from '#rules';
import { changesOf } from '#store';
import {
  Button,
  Icon,
  Pressable,
  paint,
  styled,
  toneOf,
  useAppState,
  useAppStore,
  useCommandContext,
  useFindingIndex,
  useHandedOnFocus,
} from '#ui';
import { CommandLine } from '../CommandLine.tsx';
import { AcceptanceButton } from '../findings/AcceptanceButton.tsx';
import { AcceptanceForm } from '../findings/AcceptanceForm.tsx';
import { acceptanceWords } from '../findings/acceptance-words.ts';
import { FindingMarker } from '../findings/FindingMarker.tsx';
import { FixPreview } from '../findings/FixPreview.tsx';
import { useFixLabel, withCount } from '../findings/fix-label.ts';
import { remedyWords } from '../findings/remedy-words.ts';
import { useAcceptance } from '../findings/use-acceptance.ts';
import { usePreview, usePreviewAnywhere } from '../findings/use-preview.ts';
import { wholeNames } from '../findings/whole-names.ts';
import { RuleLink } from '../RuleLink.tsx';
import { SourceList } from '../SourceList.tsx';
import { usePlaceHeld } from './use-place-held.ts';

const Cards = styled('div')({ display: 'grid', alignContent: 'start', gap: 8, padding: '13px 15px' });
const Nothing = styled('p')({ margin: 0, fontSize: 12, lineHeight: '17px', color: paint('t2') });
const Card = styled('article')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr)',
  gap: '4px 10px',
  padding: '10px 12px 12px 10px',
  borderRadius: 12,
  // Where a finding has no colour; those of it are with each.
  boxShadow: `0 0 0 1px ${paint('line')}`,
  fontSize: 12,
  lineHeight: '17px',
  overflowWrap: 'anywhere',
  '& h2': { margin: 0, fontSize: 12, lineHeight: '18px', fontWeight: 600 },
  '& .text': { gridColumn: 2, color: paint('t2') },
  '& ul': { margin: '2px 0 0', paddingLeft: 14 },
  // As wide as the card: what it lists has long names.
  '& .preview': {
    gridColumn: '1 / -1',
    color: paint('t2'),
    // To the edges, whose colour would stand beside it as two bars.
    '& > section': { margin: '4px -12px -12px -10px', borderRadius: 12 },
  },
});
const Actions = styled('div')({
  gridColumn: 2,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  marginTop: 4,
  // What is read and what is decided of it stay together.
  '& > div': { display: 'flex', gap: 6 },
});

const Folded = styled(Pressable)({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) 12px',
  alignItems: 'start',
  gap: 10,
  padding: '7px 10px',
  borderRadius: 9,
  boxShadow: `0 0 0 1px ${paint('line')}`,
  textAlign: 'left',
  fontFamily: 'inherit',
  fontSize: 12,
  lineHeight: '18px',
  overflowWrap: 'anywhere',
  '& > svg:last-child': { marginTop: 3, color: paint('t3') },
  '&:hover': { backgroundColor: paint('hover') },
});

/** Who answered for a finding and until when, under its sentence. */
const Words = styled('span')({ display: 'block', lineHeight: '17px', color: paint('t2') });

function Answered({ finding }: { finding: Finding }) {
  const words = acceptanceWords(finding);
  return words === undefined ? null : <Words>{words}</Words>;
}

function FindingCard({ finding }: { finding: Finding }) {
  const context = useCommandContext();
  const isCurrent = useAppState((state) => state.finding === finding.fingerprint);
  const [isOpen, setOpen] = useState(false);
  const acceptance = useAcceptance();
  const words = acceptanceWords(finding);
  const { why, sources } = explained(finding);
  const preview = usePreview(finding, 'card');
  const shown = usePreviewAnywhere(finding);
  const alike = useAppState((state) => fixableOfKind(state.result.findings, finding).length);
  const label = useFixLabel(finding);
  const changes = useAppState((state) => changesOf(state, finding, 0));
  const tone = toneOf(finding);
  const hue = tone === 'cannot-tell' || finding.accepted ? 'neutral' : tone;
  const [offer] = finding.fixes;
  const card = useRef<HTMLElement>(null);
  useHandedOnFocus(card);
  return (
    <Card
      ref={card}
      tabIndex={-1}
      data-focus={isCurrent ? 'finding' : undefined}
      style={{
        backgroundColor: `color-mix(in srgb, ${paint(`${hue}-tint`)} 55%, ${paint('panel')})`,
        boxShadow: `0 0 0 ${isCurrent ? 1.5 : 1}px ${isCurrent ? paint(hue) : paint(`${hue}-line`)}`,
      }}
    >
      <FindingMarker finding={finding} />
      <h2>{wholeNames(finding.text)}</h2>
      {words === undefined ? null : <div className="text">{words}</div>}
      <div className="text">{wholeNames(why)}</div>
      {offer ? null : <div className="text">{remedyWords(finding)}</div>}
      {finding.missing ? (
        <div className="text">
          Missing: {finding.missing.fact}
          {finding.missing.command === undefined ? null : <CommandLine command={finding.missing.command} />}
        </div>
      ) : null}
      {isOpen ? (
        <div className="text">
          {offer ? finding.remedy : null}
          <ul>
            {finding.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {changes.map((change) => (
              <li key={change}>Fix: {change}</li>
            ))}
          </ul>
          <SourceList sources={sources} />
          <RuleLink rule={finding.rule} />
        </div>
      ) : null}
      <Actions>
        {/* What is shown in this card has buttons of its own. */}
        {offer && shown && !preview ? (
          <>
            <Button
              size="small"
              variant="contained"
              onClick={() => fixFinding(context, finding, shown.offer)}
            >
              {withCount('Apply', shown.fixed.changes)}
            </Button>
            <Button size="small" onClick={() => closePreview(context)}>
              Close the preview
            </Button>
          </>
        ) : null}
        {offer && !shown ? (
          <>
            <Button
              size="small"
              variant="contained"
              title={offer.title}
              data-fix={`0 ${finding.fingerprint}`}
              onClick={() => fixFinding(context, finding)}
            >
              {label}
            </Button>
            <Button
              size="small"
              aria-expanded={false}
              onClick={() => previewFix(context, finding, 0, 'card')}
            >
              Preview
            </Button>
          </>
        ) : null}
        {alike > 1 ? (
          <Button size="small" onClick={() => fixAllOfKind(context, finding)}>
            Fix all {alike} of this kind
          </Button>
        ) : null}
        <div>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Less' : 'Why'}
          </Button>
          {acceptance.isOpen ? null : <AcceptanceButton finding={finding} state={acceptance} />}
        </div>
      </Actions>
      {preview ? (
        <div className="preview">
          <FixPreview finding={finding} preview={preview} />
        </div>
      ) : null}
      {acceptance.isOpen ? (
        <div className="text" style={{ marginTop: 8 }}>
          <AcceptanceForm finding={finding} isNarrow onDone={() => acceptance.setOpen(false)} />
        </div>
      ) : null}
    </Card>
  );
}

/** What is wrong with the selected resource, worst first: one card is open, the others are their sentence. */
export function FindingCards({ resource }: { resource: ResourceId }) {
  const store = useAppStore();
  const { at } = useFindingIndex();
  const current = useAppState((state) => state.finding);
  const findings = at.get(resource) ?? [];
  const part = useRef<HTMLDivElement>(null);
  // A verdict that comes while a property is set must not move the property away.
  const held = usePlaceHeld(part, findings.length);
  if (findings.length === 0 && held === 0) return null;
  const open = findings.find(({ fingerprint }) => fingerprint === current) ?? findings[0];
  return (
    <Cards ref={part} style={{ minHeight: held }}>
      {findings.length === 0 ? <Nothing>Nothing is found here any more.</Nothing> : null}
      {findings.map((finding) =>
        finding === open ? (
          <FindingCard key={finding.fingerprint} finding={finding} />
        ) : (
          <Folded
            key={finding.fingerprint}
            aria-expanded={false}
            onClick={({ currentTarget: { parentElement: cards } }) => {
              store.getState().openFinding(finding.fingerprint);
              // The sentence that had the focus has become the card.
              requestAnimationFrame(() => cards?.querySelector('article')?.focus());
            }}
          >
            <FindingMarker finding={finding} />
            <span>
              {wholeNames(finding.text)}
              <Answered finding={finding} />
            </span>
            <Icon icon="chevron-right" size={12} />
          </Folded>
        ),
      )}
    </Cards>
  );
}
