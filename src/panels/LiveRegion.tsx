import { styled } from '@mui/material/styles';
import { useAppState } from '#ui';

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

/** Tells people who do not see it how the last check came out, and what a command has done. */
export function LiveRegion() {
  const { errors, warnings, cannotTell, accepted } = useAppState((state) => state.result.summary);
  const hasFailed = useAppState((state) => state.hasCheckFailed);
  const isChecked = useAppState((state) => state.checkedInMs !== undefined);
  const announcement = useAppState((state) => state.announcement);
  return (
    <>
      <Unseen role="status" aria-live="polite">
        {hasFailed ? 'The design could not be checked.' : ''}
        {isChecked
          ? `Checked: ${errors} errors, ${warnings} warnings, ${cannotTell} not decided, ${accepted} accepted.`
          : ''}
      </Unseen>
      {/* A new element each time, so that the same words are read again. */}
      <Unseen aria-live="polite">
        {announcement ? <span key={announcement.at}>{announcement.text}</span> : null}
      </Unseen>
    </>
  );
}
