import { type KeyboardEvent, useId, useState } from 'react';
import { type CommandContext, cancelRemoval, confirmRemoval, removalWords } from '#commands';
import { type Removal, removalOf } from '#store';
import { Button, Icon, Keycaps, useAppState, useCommandContext } from '#ui';
import { useBeside } from './use-beside.ts';

/** Dependents named before one has to scroll. */
const most = 200;

/** How far an arrow moves the list, in CSS pixels: a line of it. */
const step = 32;

/**
 * Keeps Tab within a question, and lets the arrows read its list from wherever the focus is in it: what is behind the
 * question is not to be changed while it stands.
 */
function stayWithin(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.querySelector('ul');
  const buttons = event.currentTarget.querySelectorAll('button');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    list?.scrollBy({ top: event.key === 'ArrowDown' ? step : -step });
  else if (event.key === 'Tab') {
    // A browser lets the keyboard into a list that scrolls.
    const first = list && list.scrollHeight > list.clientHeight ? list : buttons[0];
    const last = buttons[buttons.length - 1];
    const [end, other] = event.shiftKey ? [first, last] : [last, first];
    if (event.target !== end) return;
    other?.focus();
  } else return;
  event.preventDefault();
}

/** What goes with a removal, or loses something by it, said before it is done. */
export function RemovalCard() {
  const removal = useAppState(removalOf);
  return removal ? <Question removal={removal} /> : null;
}

function Question({ removal }: { removal: Removal }) {
  const { resources, dependents } = removal;
  const [title, rest] = [useId(), useId()];
  const context = useCommandContext();
  const card = useBeside(resources[0], undefined, undefined, true);
  const [opener] = useState(() => document.activeElement);
  const leave = (answer: (context: CommandContext) => void) => {
    answer(context);
    // Back to where it was asked from; where that went with the removal, to what is selected then.
    if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
    else context.browser.focus('canvas');
  };
  const words = removalWords(removal);
  return (
    <section
      ref={card}
      role="alertdialog"
      className="canvas-card canvas-removal"
      aria-labelledby={title}
      aria-describedby={words.rest === undefined ? undefined : rest}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return stayWithin(event);
        event.stopPropagation();
        leave(cancelRemoval);
      }}
    >
      <h2 id={title}>{words.question}</h2>
      {words.rest === undefined ? null : <p id={rest}>{words.rest}</p>}
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
