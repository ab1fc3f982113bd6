import { revokeAcceptance } from '#commands';
import type { Finding } from '#rules';
import { Button, useCommandContext } from '#ui';
import type { AcceptanceState } from './use-acceptance.ts';

/** Opens the form; of an accepted finding it takes the acceptance back. One button, so that it keeps the focus. */
export function AcceptanceButton({ finding, state }: { finding: Finding; state: AcceptanceState }) {
  const context = useCommandContext();
  const isAccepted = finding.accepted !== undefined;
  return (
    <Button
      ref={state.button}
      size="small"
      aria-expanded={isAccepted ? undefined : state.isOpen}
      onClick={() => (isAccepted ? revokeAcceptance(context, finding) : state.setOpen(!state.isOpen))}
    >
      {isAccepted ? 'Revoke' : finding.lapsed ? 'Accept again' : 'Accept'}
    </Button>
  );
}
