import { useReactFlow } from '@xyflow/react';
import { type FocusEvent, type KeyboardEvent, useCallback, useEffect } from 'react';
import { isKeyOfSelection } from '#commands';
import { findResource, type ResourceId } from '#model';
import { type AppStore, connectingOf } from '#store';
import { useAppStore, useCommandContext } from '#ui';
import { chosenId } from './chosen-id.ts';
import { sceneStoreOf } from './scene-store.ts';
import { type Direction, neighbourOf } from './spatial.ts';
import { useActivate } from './use-choice.ts';
import { moveDuration } from './viewport/motion.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The element of a node that has the focus itself, not a button in it. */
const focusedNode = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof HTMLElement && target.matches('.react-flow__node') ? target : undefined;

/** Whether something is offered for a thing, which is next in the order of Tab then. */
const isOffered = (app: AppStore, id: ResourceId | undefined): boolean => {
  const connecting = connectingOf(app.getState());
  return connecting?.isOffer === true && connecting.from === id;
};

/** Adds to the selection or takes out of it, and says which, and how many are selected then. */
function toggle(app: AppStore, id: ResourceId): void {
  const { design, toggleSelected, announce } = app.getState();
  toggleSelected(id);
  const { selected } = app.getState();
  const name = findResource(design, id)?.name ?? 'note';
  announce(`${selected.includes(id) ? 'Selected' : 'Deselected'} ${name}, ${selected.length} selected.`);
}

/**
 * Keys on a focused item: Enter and Space choose it (with Shift as one of several), arrows lead to its neighbours, which
 * come into view. Keys that are about the selection are about what has the focus: that is where a person looks.
 */
export function useCanvasKeys() {
  const app = useAppStore();
  const { browser } = useCommandContext();
  const activate = useActivate();
  const { setCenter, getZoom, flowToScreenPosition } = useReactFlow();

  // A command that selects something else, such as a copy or a container, is gone on with there.
  useEffect(
    () =>
      app.subscribe(({ selected }, before) => {
        // Most changes are none of the selection.
        if (selected === before.selected || selected.every((id) => before.selected.includes(id))) return;
        const node = focusedNode(document.activeElement);
        const item = sceneStoreOf(app)
          .getState()
          .itemOf.get(node?.dataset.id ?? '');
        const own = item && chosenId(item);
        if (node?.matches('.is-selected') && (own === undefined || !selected.includes(own)))
          browser.focus('canvas');
      }),
    [app, browser],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const canvas = event.currentTarget;
      const id = focusedNode(event.target)?.dataset.id;
      const { itemOf, nodes } = sceneStoreOf(app).getState();
      const item = id === undefined ? undefined : itemOf.get(id);
      if (!item) return;
      const own = chosenId(item);
      if (event.key === 'Tab' && !event.shiftKey && isOffered(app, own)) {
        const offer = document.querySelector<HTMLElement>('.canvas-offer button');
        offer?.focus();
        if (offer) event.preventDefault();
        return;
      }
      const isSelected = own !== undefined && app.getState().selected.includes(own);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      // What is selected is moved by the arrows, which is a command.
      const direction = isSelected || !isPlain || event.shiftKey ? undefined : directions[event.key];
      const focus = (itemId: string | undefined) => {
        const element = itemId !== undefined && canvas.querySelector(`[data-id="${CSS.escape(itemId)}"]`);
        if (element instanceof HTMLElement) element.focus();
      };
      if (isPlain && (event.key === 'Enter' || event.key === ' ')) {
        if (event.shiftKey && own !== undefined) toggle(app, own);
        // A note has nothing to be inspected first: Enter on a selected one writes it.
        else if (item.role === 'note' && isSelected) app.getState().setView({ renaming: own });
        else {
          activate(item);
          const { design, selection, announce } = app.getState();
          if (own !== undefined && own === selection)
            announce(`Selected ${findResource(design, own)?.name ?? 'note'}.`);
        }
        // A ghost that was made real is gone, and the focus with it.
        if (item.role === 'ghost') focus(item.parent);
      } else if (direction) {
        const items = nodes.flatMap(({ id: other }) => itemOf.get(other) ?? []);
        const focusable = new Set(nodes.flatMap((node) => (node.focusable ? node.id : [])));
        focus(neighbourOf(items, item, direction, (other) => focusable.has(other.id))?.id);
      } else {
        if (own !== undefined && !isSelected && isKeyOfSelection(event.nativeEvent))
          app.getState().select(own);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
    [app, activate],
  );

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const node = focusedNode(event.target);
      const item = sceneStoreOf(app)
        .getState()
        .itemOf.get(node?.dataset.id ?? '');
      if (!node?.matches(':focus-visible') || !item) return;
      const frame = event.currentTarget.getBoundingClientRect();
      const middle = { x: item.x + item.width / 2, y: item.y + item.height / 2 };
      const { x, y } = flowToScreenPosition(middle);
      if (x > frame.left && x < frame.right && y > frame.top && y < frame.bottom) return;
      void setCenter(middle.x, middle.y, { zoom: getZoom(), duration: moveDuration() });
    },
    [app, flowToScreenPosition, setCenter, getZoom],
  );
  return { onKeyDown, onFocus };
}
