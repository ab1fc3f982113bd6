import Button from '@mui/material/Button';
import { cancelRemoval, confirmRemoval, removeSelection } from '#commands';
import { findResource } from '#model';
import { removalOf } from '#store';
import { Icon, Keycaps, useAppState, useCommandContext } from '#ui';

/** Dependents named before one has to scroll. */
const most = 200;

/** What goes with a removal, or loses something by it, said before it is done. */
export function RemovalCard() {
  const context = useCommandContext();
  const removal = useAppState(removalOf);
  if (!removal) return null;
  const { resources, before, dependents } = removal;
  const names = resources.flatMap((id) => findResource(before, id)?.name ?? []);
  const [first = ''] = names;
  const what = names.length === 1 ? first : `${names.length} resources`;
  return (
    <section
      className="canvas-card canvas-removal"
      aria-label={`Remove ${what}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cancelRemoval(context);
      }}
    >
      <h2>Remove {what} all the same?</h2>
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
        <Button autoFocus variant="contained" sx={{ gap: 2 }} onClick={() => confirmRemoval(context)}>
          Remove
          {removeSelection.shortcut === undefined ? null : <Keycaps shortcut={removeSelection.shortcut} />}
        </Button>
        <Button variant="outlined" onClick={() => cancelRemoval(context)}>
          Keep
        </Button>
      </div>
    </section>
  );
}
