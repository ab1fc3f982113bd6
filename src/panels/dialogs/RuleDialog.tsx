import { ruleSummaryOf } from '#rules';
import {
  Button,
  Dialog,
  paint,
  SeverityMarker,
  styled,
  toneOf,
  useAppState,
  useAppStore,
  useCommandContext,
} from '#ui';
import { SourceList } from '../SourceList.tsx';

const Body = styled('div')({
  width: 640,
  maxWidth: '90vw',
  padding: '18px 20px 20px',
  fontSize: 12.5,
  lineHeight: '18px',
  '& h2': { margin: 0, fontSize: 14, lineHeight: '18px', fontWeight: 650 },
  '& .id': { margin: '2px 0 12px', fontSize: 11.5, color: paint('t2') },
  '& dl': { display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr)', gap: '8px 12px', margin: 0 },
  '& dt': { color: paint('t2') },
  // On the line of the words in a link.
  '& dt:has(+ dd > ul)': { paddingTop: 4 },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  '& .severity::first-letter': { textTransform: 'uppercase' },
  '& .foot': { display: 'flex', justifyContent: 'flex-end', marginTop: 14 },
});
const Findings = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: 4, alignItems: 'center' },
  '& button': {
    font: 'inherit',
    color: paint('t1'),
    textAlign: 'left',
    minHeight: 24,
    padding: '3px 4px',
    border: 0,
    borderRadius: 6,
    background: 'none',
    cursor: 'pointer',
    '&:hover': { backgroundColor: paint('hover') },
  },
});

function Page({ id, onClose }: { id: string; onClose: () => void }) {
  const store = useAppStore();
  const { browser } = useCommandContext();
  const custom = useAppState((state) => state.customRules);
  const result = useAppState((state) => state.result);
  const rule = ruleSummaryOf(id, custom);
  if (!rule) return null;
  const findings = result.findings.filter((finding) => finding.rule === id);
  const passed = result.passed.filter((one) => one.rule === id).length;
  return (
    <Body>
      <h2 id="rule-title">{rule.title}</h2>
      <p className="id">
        {rule.id}, {rule.category}
      </p>
      <dl>
        <dt>Severity</dt>
        <dd className="severity">{rule.severity}</dd>
        <dt>Passes when</dt>
        <dd>{rule.holds}</dd>
        <dt>Why</dt>
        <dd>{rule.why}</dd>
        <dt>What to do</dt>
        <dd>{rule.remedy}</dd>
        {rule.references ? (
          <>
            <dt>Cites</dt>
            <dd>{rule.references.join('; ')}</dd>
          </>
        ) : null}
        {rule.sources.length > 0 ? (
          <>
            <dt>Sources</dt>
            <dd>
              <SourceList sources={rule.sources} today={browser.today()} />
            </dd>
          </>
        ) : null}
        <dt>In this design</dt>
        <dd>
          <Findings aria-label="Findings of this rule">
            {findings.map((finding) => (
              <li key={finding.fingerprint}>
                <SeverityMarker tone={toneOf(finding)} isAccepted={finding.accepted !== undefined} />
                <button
                  type="button"
                  onClick={() => {
                    onClose();
                    store.getState().openFinding(finding.fingerprint, finding.at[0]);
                  }}
                >
                  {finding.text}
                </button>
              </li>
            ))}
          </Findings>
          {passed > 0 ? `Passed ${passed === 1 ? 'once' : `${passed} times`}.` : null}
          {findings.length + passed === 0 ? 'It applies to nothing.' : null}
        </dd>
      </dl>
      <div className="foot">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Body>
  );
}

/** The page of one rule, from what its reference is generated from. */
export function RuleDialog() {
  const store = useAppStore();
  const rule = useAppState((state) => (state.dialog === 'rule' ? state.rule : undefined));
  const close = () => store.getState().setView({ dialog: undefined });
  return (
    <Dialog isOpen={rule !== undefined} onClose={close} aria-labelledby="rule-title">
      {rule === undefined ? null : <Page id={rule} onClose={close} />}
    </Dialog>
  );
}
