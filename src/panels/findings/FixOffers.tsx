import { fixAllOfKind, fixableOfKind, fixFinding, previewFix } from '#commands';
import type { Finding } from '#rules';
import { changesOf } from '#store';
import { Button, styled, useAppState, useCommandContext } from '#ui';
import { FixPreview } from './FixPreview.tsx';
import { usePreview } from './use-preview.ts';
import { wholeNames } from './whole-names.ts';

const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6 });

/** One of the fixes. */
function Offer({ finding, title, at }: { finding: Finding; title: string; at: number }) {
  const context = useCommandContext();
  const preview = usePreview(finding, 'list');
  const alike = useAppState((state) => fixableOfKind(state.result.findings, finding).length);
  const changes = useAppState((state) => changesOf(state, finding, at));
  return (
    <>
      <dt>{at === 0 ? 'Fix' : 'Or'}</dt>
      <dd>
        {preview?.offer === at ? (
          <FixPreview finding={finding} preview={preview} />
        ) : (
          <>
            <Actions>
              <Button
                size="small"
                data-fix={`${at} ${finding.fingerprint}`}
                onClick={() => fixFinding(context, finding, at)}
              >
                {title}
              </Button>
              <Button
                size="small"
                variant="text"
                data-fix={`${at} ${finding.fingerprint}`}
                aria-expanded={false}
                onClick={() => previewFix(context, finding, at, 'list')}
              >
                Preview
              </Button>
              {at === 0 && alike > 1 ? (
                <Button size="small" variant="text" onClick={() => fixAllOfKind(context, finding)}>
                  Fix all {alike} of this kind
                </Button>
              ) : null}
            </Actions>
            <ul style={{ marginTop: 4 }}>
              {changes.map((change) => (
                <li key={change}>{wholeNames(change)}</li>
              ))}
            </ul>
          </>
        )}
      </dd>
    </>
  );
}

/** The fixes of a finding in the list of details: each with its changes in words, a preview and a button. */
export function FixOffers({ finding }: { finding: Finding }) {
  if (finding.fixes.length === 0)
    return finding.verdict === 'failed' ? (
      <>
        <dt>Fix</dt>
        <dd>By hand: it takes a decision, or a fact, that the design does not hold.</dd>
      </>
    ) : null;
  return finding.fixes.map(({ title }, at) => <Offer key={title} finding={finding} title={title} at={at} />);
}
