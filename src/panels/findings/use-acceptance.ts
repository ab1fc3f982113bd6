import { useEffect, useRef, useState } from 'react';

/** Whether the form of a finding is open; the focus returns to its button when it closes. */
export function useAcceptance() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, setOpen, button };
}

export type AcceptanceState = ReturnType<typeof useAcceptance>;
