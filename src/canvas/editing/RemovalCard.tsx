import { useState } from 'react';
import { type CommandContext, cancelRemoval, confirmRemoval } from '#commands';
import { findResource } from '#model';
import { type Removal, removalOf } from '#store';
import { Button, Icon, Keycaps, useAppState, useCommandContext } from '#ui';
import { useBeside } from './use-beside.ts';

/** Dependents named before one has to scroll. */
const most = 200;

/** What goes with a removal, or loses something by it, said before it is done. */
export function RemovalCard() {
  const removal = useAppState(removalOf);
  return removal ? <Question removal={removal} /> : null;
}

function Question({ removal: { resources, before, dependents } }: { removal: Removal }) {
  const context = useCommandContext();
  const card = useBeside(resources[0]);
  const [opener] = useState(() => document.activeElement);
  const leave = (answer: (context: CommandContext) => void) => {
    answer(context);
    // Back to where it was asked from; where that went with the removal, to what is selected then.
    if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
    else context.browser.focus('canvas');
  };
  const names = resources.flatMap((id) => findResource(before, id)?.name ?? []);
  const [first = ''] = names;
  const what = names.length === 1 ? first : `${names.length} resources`;
  const more = dependents.filter(({ isRemoved }) => isRemoved).length;
  return (
    <section
      ref={card}
      className="canvas-card canvas-removal"
      aria-label={`Remove ${what}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave(cancelRemoval);
      }}
    >
      <h2>
        Remove {what}
        {more > 0 ? `, and ${more} more with it` : ''}?
      </h2>
      <p>
        {dependents.length === 1 ? 'One thing depends on it.' : `${dependents.length} things depend on it.`}
      </p>
      <ul>
        {dependents.slice(0, most).map((one) => (
          <li key={`${one.what} ${one.because}`} data-is-removed={one.isRemoved}>
            <Icon icon={one.isRemoved ? 'close' : 'info'} size={14} />
            <strong>{one.what}</strong> {one.because}
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button autoFocus variant="contained" style={{ gap: 8 }} onClick={() => leave(confirmRemoval)}>
          Remove
          <Keycaps shortcut="Enter" />
        </Button>
        <Button variant="outlined" onClick={() => leave(cancelRemoval)}>
          Keep
        </Button>
      </div>
    </section>
  );
}
