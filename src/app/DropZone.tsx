import { type DragEvent, type ReactNode, useState } from 'react';
import { openFiles } from '#commands';
import { paint, styled, useCommandContext } from '#ui';

const Zone = styled('div')({ height: '100%' });
const Veil = styled('div')({
  position: 'fixed',
  inset: 12,
  zIndex: 1300,
  display: 'grid',
  placeItems: 'center',
  borderRadius: 18,
  border: `2px dashed ${paint('you')}`,
  color: paint('you'),
  backgroundColor: `color-mix(in srgb, ${paint('you-tint')} 88%, transparent)`,
  fontSize: 20,
  fontWeight: 650,
  pointerEvents: 'none',
});

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Files dropped anywhere on the window open as one design. */
export function DropZone({ children }: { children: ReactNode }) {
  const context = useCommandContext();
  const [isOver, setOver] = useState(false);
  return (
    <Zone
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        // What is about to be shown would take the place of what is dropped.
        if (context.store.getState().screen === 'opening') return;
        void openFiles(context, [...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver ? <Veil>Drop to open as one design</Veil> : null}
    </Zone>
  );
}
