import { useRef } from 'react';
import { fixAllErrors } from '#commands';
import { Button, useCommand, useHandedOnFocus } from '#ui';

/** Fixes all errors that can be fixed, so many. */
export function FixAllButton({ count }: { count: number }) {
  const { run, isEnabled } = useCommand(fixAllErrors);
  const button = useRef<HTMLButtonElement>(null);
  useHandedOnFocus(button);
  return (
    <Button ref={button} size="small" onClick={run} disabled={!isEnabled}>
      Fix all errors, {count}
    </Button>
  );
}
