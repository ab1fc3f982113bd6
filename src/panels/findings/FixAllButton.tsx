import { useRef } from 'react';
import { fixAllErrors } from '#commands';
import { Button, useAppState, useCommand, useHandedOnFocus } from '#ui';

/** Fixes all errors that can be fixed: all there are, or so many of them. */
export function FixAllButton({ count }: { count: number }) {
  const errors = useAppState((state) => state.result.summary.errors);
  const { run, isEnabled } = useCommand(fixAllErrors);
  const button = useRef<HTMLButtonElement>(null);
  useHandedOnFocus(button);
  return (
    <Button ref={button} size="small" onClick={run} disabled={!isEnabled}>
      {count < errors ? `Fix ${count} of ${errors} errors` : `Fix all ${errors} errors`}
    </Button>
  );
}
