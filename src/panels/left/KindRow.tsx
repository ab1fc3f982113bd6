import { useState } from 'react';
import { legalPlaces } from '#commands';
import { kinds, type ResourceKind } from '#model';
import { Pressable, paint, pointedAt, ResourceTile, styled, useAppStore, useCommandContext } from '#ui';
import { addTo } from '../add-to.ts';
import { PlaceMenu } from '../parts.tsx';

/** What the canvas reads from a drag. */
const dragType = 'application/x-isoplan-kind';

export const Row = styled(Pressable)({
  width: '100%',
  height: 28,
  padding: '0 6px',
  gap: 8,
  justifyContent: 'flex-start',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 12.5,
  fontWeight: 450,
  color: paint('t1'),
  cursor: 'grab',
  [pointedAt]: { backgroundColor: paint('hover') },
  // Inside, where it is clear of its neighbours.
  '&:focus-visible': { outlineOffset: -2 },
  '& > .keys': { marginLeft: 'auto' },
  '& > .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A kind: dragged onto the canvas, or added to a place chosen from a list. */
export function KindRow({
  kind,
  isStop,
  onAdd,
}: {
  kind: ResourceKind;
  /** Whether Tab stops here. */
  isStop: boolean;
  onAdd: () => void;
}) {
  const store = useAppStore();
  const context = useCommandContext();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { title } = kinds[kind];

  const place = (element: HTMLElement) => {
    const [first, ...others] = legalPlaces(kind, store.getState().design);
    if (first && others.length === 0) {
      // What was added is worked on next.
      void addTo(context, kind, first).then(() => context.browser.focus('canvas'));
      onAdd();
      return;
    }
    store.getState().setView({ placing: kind });
    setAnchor(element);
  };
  const close = () => {
    setAnchor(undefined);
    store.getState().setView({ placing: undefined });
  };

  return (
    <>
      <Row
        draggable
        tabIndex={isStop ? 0 : -1}
        aria-haspopup="menu"
        onClick={(event) => place(event.currentTarget)}
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, kind);
          event.dataTransfer.effectAllowed = 'copy';
          store.getState().setView({ placing: kind });
        }}
        onDragEnd={() => store.getState().setView({ placing: undefined })}
      >
        <ResourceTile kind={kind} size={20} />
        <span className="name">{title}</span>
      </Row>
      {anchor ? <PlaceMenu kind={kind} anchor={anchor} onAdd={onAdd} onClose={close} /> : null}
    </>
  );
}
