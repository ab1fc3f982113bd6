import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

const Root = styled('dialog')({
  maxWidth: 'calc(100% - 64px)',
  maxHeight: 'calc(100% - 64px)',
  padding: 0,
  border: 0,
  borderRadius: 14,
  outline: 0,
  overflowY: 'auto',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)`,
  animation: 'var(--iso-appear)',
  '&::backdrop': { backgroundColor: 'var(--iso-veil)', animation: 'var(--iso-appear)' },
});

/** Opens it. A field that stands first has the focus; a button does not, so that none is pressed unseen. */
function open(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  if (!document.activeElement?.matches('input, textarea')) dialog.focus();
  // Before it goes, so that the focus returns to where it was.
  return () => dialog.close();
}

type Props = {
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
} & ({ readonly 'aria-label': string } | { readonly 'aria-labelledby': string });

/** Lies over everything, and keeps the keyboard until it is closed. */
export const Dialog = ({ isOpen, ...props }: Props & { isOpen: boolean }) =>
  isOpen ? <OpenDialog {...props} /> : null;

function OpenDialog({ onClose, className, children, ...names }: Props) {
  const isPressedBeside = useRef(false);
  const isBeside = ({ target, currentTarget }: MouseEvent) => target === currentTarget;
  return (
    <Root
      {...names}
      ref={open}
      className={className}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser may close it without asking; what is gone has been closed by its owner.
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected && !currentTarget.open) onClose();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onMouseDown={(event) => {
        isPressedBeside.current = isBeside(event);
      }}
      onClick={(event) => {
        if (isPressedBeside.current && isBeside(event)) onClose();
      }}
    >
      {children}
    </Root>
  );
}
