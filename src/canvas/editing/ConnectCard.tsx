import { useMemo } from 'react';
import { join, offeredJoints } from '#commands';
import { findResource } from '#model';
import { connectingOf } from '#store';
import { Button, useAppState, useAppStore, useCommandContext } from '#ui';
import { useBeside } from './use-beside.ts';

/** Ways shown before one has to scroll. */
const most = 100;

/** What something can be joined to, to be chosen from; or the endpoints that a new service lacks, offered. */
export function ConnectCard() {
  const context = useCommandContext();
  const app = useAppStore();
  const connecting = useAppState(connectingOf);
  const design = useAppState((state) => state.design);
  // What it speaks of stands beside where things are put: it makes way for what is being dragged in.
  const isAside = useAppState((state) => state.placing !== undefined);
  const from = findResource(design, connecting?.from);
  const card = useBeside(connecting?.from);
  const joints = useMemo(
    () => (connecting ? offeredJoints({ ...app.getState(), design, connecting }) : []),
    [app, design, connecting],
  );
  if (!from || !connecting) return null;
  const close = () => {
    app.getState().setView({ connecting: undefined });
    // The button that had the focus goes with the card.
    context.browser.focus('canvas');
  };
  const title = connecting.isOffer ? `${from.name} has no private endpoint yet` : `Connect ${from.name}`;
  return (
    <section
      ref={card}
      className="canvas-card canvas-removal"
      data-is-aside={isAside}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <h2>{title}</h2>
      {joints.length === 0 ? <p>There is nothing left that it can be connected to.</p> : null}
      <ul className="choices">
        {joints.slice(0, most).map((joint, at) => (
          <li key={joint.id}>
            <Button
              variant={connecting.isOffer ? 'contained' : 'outlined'}
              autoFocus={at === 0 && !connecting.isOffer}
              onClick={() => {
                join(context, joint);
                context.browser.focus('canvas');
              }}
            >
              {joint.title}
            </Button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button variant="outlined" autoFocus={joints.length === 0} onClick={close}>
          {connecting.isOffer ? 'Not now' : 'Cancel'}
        </Button>
      </div>
    </section>
  );
}
