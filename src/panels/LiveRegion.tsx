import { useEffect, useState } from 'react';
import { counted, isGround } from '#model';
import type { CheckResult } from '#rules';
import type { State } from '#store';
import { styled, useAppState } from '#ui';

const Unseen = styled('div')({
  // Not `absolute`: below the screen it would make the page a pixel higher, and focus would scroll it.
  position: 'fixed',
  top: 0,
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

/** `3 errors, 1 warning, 2 not decided`: what there is none of is not said. */
function verdictInWords({ errors, warnings, cannotTell, accepted }: CheckResult['summary']): string {
  const parts = [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
    cannotTell > 0 ? `${cannotTell} not decided` : '',
    accepted > 0 ? `${accepted} accepted` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no errors and no warnings' : parts.join(', ');
}

/** Milliseconds without another step after which it is told what a held key has done. */
const restMs = 500;

/** What is to be said now: of what goes on while a key is held only how it ended. */
function useSaid(): State['announcement'] {
  const announcement = useAppState((state) => state.announcement);
  const [said, setSaid] = useState(announcement);
  useEffect(() => {
    if (!announcement?.waits) return setSaid(announcement);
    const timer = window.setTimeout(() => setSaid(announcement), restMs);
    return () => window.clearTimeout(timer);
  }, [announcement]);
  return said;
}

/** In turn, each empty while the other speaks: the same words are a change wherever they come again. */
const voices = [0, 1] as const;

/** Tells people who do not see it how the last check came out, and what a command has done. */
export function LiveRegion() {
  const summary = useAppState((state) => state.result.summary);
  const hasFailed = useAppState((state) => state.hasCheckFailed);
  const isChecked = useAppState((state) => state.checkedInMs !== undefined);
  const isBlank = useAppState((state) => state.design.resources.every(({ kind }) => isGround(kind)));
  const said = useSaid();
  return (
    <>
      <Unseen role="status" aria-live="polite">
        {hasFailed ? 'The design could not be checked.' : ''}
        {isChecked ? (isBlank ? 'Nothing to check yet.' : `Checked: ${verdictInWords(summary)}.`) : ''}
      </Unseen>
      {voices.map((voice) => (
        <Unseen key={voice} aria-live="polite">
          {said && said.at % voices.length === voice ? said.text : null}
        </Unseen>
      ))}
    </>
  );
}
