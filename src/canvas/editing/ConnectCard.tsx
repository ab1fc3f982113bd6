import { type KeyboardEvent, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { join, offeredJoints, openConnections } from '#commands';
import type { Point, SceneItem } from '#drawing';
import { findResource, groupedBy, type Resource } from '#model';
import { connectingOf } from '#store';
import { Button, useAppState, useAppStore, useCommandContext } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { itemShowing } from '../viewport/item-showing.ts';
import { LitItems } from './LitItems.tsx';
import { useBeside } from './use-beside.ts';

/** Ways shown before one has to scroll. */
const most = 100;

interface CardProps {
  readonly from: Resource;
  /** What it was pulled to, and where the pointer let go. */
  readonly to?: Resource | undefined;
  readonly at?: Point | undefined;
  readonly joints: ReturnType<typeof offeredJoints>;
  onClose(): void;
  onChoose(joint: CardProps['joints'][number]): void;
}

/** What the offer is about, which it comes after in the order of Tab, wherever it stands on screen. */
const offeredTo = () => document.querySelector<HTMLElement>('.canvas-item.is-selected');

/** Tab past the last button goes on behind what the offer is about, Shift+Tab before the first one back to that. */
function leaveByTab(event: KeyboardEvent<HTMLElement>): void {
  const buttons = event.currentTarget.querySelectorAll('button');
  const edge = event.shiftKey ? buttons[0] : buttons[buttons.length - 1];
  if (event.target !== edge) return;
  offeredTo()?.focus({ preventScroll: true });
  // The browser takes the step from there.
  if (event.shiftKey) event.preventDefault();
}

/** The endpoints that a new service lacks, beside it: it asks for nothing that cannot wait. */
function Offer({ from, joints: [joint], onClose, onChoose }: CardProps) {
  const design = useAppState((state) => state.design);
  const card = useBeside(from.id);
  // It makes way for what is being dragged in.
  const isAside = useAppState((state) => state.placing !== undefined);
  if (!joint) return null;
  const missing = openConnections(design).filter(({ service }) => service.id === from.id).length;
  const subnet = findResource(design, joint.target)?.name;
  return (
    <section
      ref={card}
      className="canvas-card canvas-offer"
      data-is-aside={isAside}
      aria-label={`${from.name} has no private endpoint yet`}
      onKeyDown={(event) => {
        if (event.key === 'Tab') leaveByTab(event);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p>
        <strong>{from.name}</strong> has no private endpoint yet
      </p>
      <div className="actions">
        <Button size="small" variant="contained" title={joint.title} onClick={() => onChoose(joint)}>
          <span>
            Add {missing === 1 ? 'one' : missing} in {subnet}
          </span>
        </Button>
        <Button size="small" variant="text" onClick={onClose}>
          Not now
        </Button>
      </div>
    </section>
  );
}

/** What is offered, lit on the drawing as what a line is pulled to is; most of all what one has come to in the list. */
function Lit({ items, chosen }: { items: readonly SceneItem[]; chosen: SceneItem | undefined }) {
  const drawing = document.querySelector('.react-flow__viewport');
  return (
    drawing &&
    createPortal(
      <svg className="canvas-edges canvas-pull" style={{ zIndex: layers.overlay }} aria-hidden="true">
        <LitItems items={items} chosen={chosen} />
      </svg>,
      drawing,
    )
  );
}

/** One way between two things that are both known: what tells it from the others comes first. */
const Between = ({ joint: { part, how, way } }: { joint: CardProps['joints'][number] }) =>
  part === undefined ? (
    <strong>{how}</strong>
  ) : (
    <>
      <strong>{part}</strong>
      <span>{way ? 'Private endpoint, with its zones' : 'Private endpoints, with their zones'}</span>
    </>
  );

/** What something can be joined to, to be chosen from. */
function Choices({ from, to, at, joints, onClose, onChoose }: CardProps) {
  const app = useAppStore();
  const design = useAppState((state) => state.design);
  const [chosen, choose] = useState(joints[0]?.target);
  const itemOf = useMemo(() => {
    const scene = sceneStoreOf(app).getState();
    return new Map(
      joints.flatMap(({ target }) => {
        const item = target === from.id ? undefined : itemShowing(scene, design, target);
        return item ? [[target, item]] : [];
      }),
    );
  }, [app, design, from, joints]);
  const lit = [...new Set(itemOf.values())];
  const card = useBeside(
    from.id,
    lit.map(({ id }) => id),
    at,
  );
  const title = `Connect ${from.name}${to ? ` to ${to.name}` : ''}`;
  return (
    <section
      ref={card}
      className="canvas-card canvas-removal"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Lit items={lit} chosen={chosen === undefined ? undefined : itemOf.get(chosen)} />
      <h2>{title}</h2>
      {joints.length === 0 ? <p>There is nothing left that it can be connected to.</p> : null}
      <div className="choices">
        {[...groupedBy(joints.slice(0, most), ({ how }) => how)].map(([how, alike]) => (
          <section key={how} aria-label={how}>
            {alike.length > 1 ? <h3>{how}</h3> : null}
            <ul>
              {alike.map((joint) => (
                <li key={joint.id}>
                  <Button
                    variant="text"
                    autoFocus={joint === joints[0]}
                    aria-label={joint.title}
                    onFocus={() => choose(joint.target)}
                    onPointerMove={({ currentTarget, movementX, movementY }) => {
                      // What opens under a pointer that rests is not what it points at.
                      if (movementX === 0 && movementY === 0) return;
                      // A field elsewhere keeps the focus.
                      if (card.current?.contains(document.activeElement))
                        currentTarget.focus({ preventScroll: true });
                      else choose(joint.target);
                    }}
                    onClick={() => onChoose(joint)}
                  >
                    {to ? (
                      <Between joint={joint} />
                    ) : (
                      <>
                        {joint.target === from.id ? null : (
                          <strong>{findResource(design, joint.target)?.name}</strong>
                        )}
                        {alike.length > 1 ? null : <span>{how}</span>}
                      </>
                    )}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="actions">
        <Button variant="outlined" autoFocus={joints.length === 0} onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

/** What something can be joined to, where it is asked for; or the endpoints that a new service lacks, offered. */
export function ConnectCard() {
  const context = useCommandContext();
  const app = useAppStore();
  const connecting = useAppState(connectingOf);
  const design = useAppState((state) => state.design);
  const from = findResource(design, connecting?.from);
  const joints = useMemo(
    () => (connecting ? offeredJoints({ ...app.getState(), design, connecting }) : []),
    [app, design, connecting],
  );
  if (!from || !connecting) return null;
  const Card = connecting.isOffer ? Offer : Choices;
  return (
    <Card
      from={from}
      to={findResource(design, connecting.to)}
      at={connecting.at}
      joints={joints}
      onClose={() => {
        app.getState().setView({ connecting: undefined });
        // The button that had the focus goes with the card.
        context.browser.focus('canvas');
      }}
      onChoose={(joint) => {
        join(context, joint);
        context.browser.focus('canvas');
      }}
    />
  );
}
