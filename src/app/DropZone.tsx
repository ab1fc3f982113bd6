import { type DragEvent, type ReactNode, useState } from 'react';
import { openFiles } from '#commands';
import { paint, styled, useAppState, useCommandContext } from '#ui';

const Zone = styled('div')({ height: '100%' });
const Veil = styled('div')({
  position: 'fixed',
  inset: 0,
  zIndex: 1300,
  display: 'grid',
  placeItems: 'center',
  backgroundColor: `color-mix(in srgb, ${paint('you-tint')} 94%, transparent)`,
  pointerEvents: 'none',
  '&::before': {
    content: '""',
    position: 'absolute',
    inset: 10,
    borderRadius: 18,
    border: `2px dashed ${paint('you')}`,
  },
});
/** Its words: what lies under the veil is still seen, and is not to be read together with them. */
const Words = styled('p')({
  margin: 0,
  padding: '18px 28px',
  borderRadius: 14,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('you-line')}, var(--iso-shadow-3)`,
  textAlign: 'center',
  color: paint('t2'),
  '& strong': { display: 'block', fontSize: 20, lineHeight: '28px', fontWeight: 650, color: paint('you') },
});

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Files dropped anywhere on the window open as one design. */
export function DropZone({ children }: { children: ReactNode }) {
  const context = useCommandContext();
  const [isOver, setOver] = useState(false);
  const isAtWork = useAppState(({ screen }) => screen === 'workspace');
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
      {isOver ? (
        <Veil>
          <Words>
            <strong>Drop to open</strong>
            {isAtWork ? 'This design is kept.' : 'Several files open as one design.'}
          </Words>
        </Veil>
      ) : null}
    </Zone>
  );
}
