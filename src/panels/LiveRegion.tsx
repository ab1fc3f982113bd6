import { counted } from '#model';
import type { CheckResult } from '#rules';
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

/** Tells people who do not see it how the last check came out, and what a command has done. */
export function LiveRegion() {
  const summary = useAppState((state) => state.result.summary);
  const hasFailed = useAppState((state) => state.hasCheckFailed);
  const isChecked = useAppState((state) => state.checkedInMs !== undefined);
  const announcement = useAppState((state) => state.announcement);
  return (
    <>
      <Unseen role="status" aria-live="polite">
        {hasFailed ? 'The design could not be checked.' : ''}
        {isChecked ? `Checked: ${verdictInWords(summary)}.` : ''}
      </Unseen>
      {/* A new element each time, so that the same words are read again. */}
      <Unseen aria-live="polite">
        {announcement ? <span key={announcement.at}>{announcement.text}</span> : null}
      </Unseen>
    </>
  );
}
