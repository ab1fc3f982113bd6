import type { SceneMarker } from '#drawing';
import type { ResourceId } from '#model';
import { Shapes, useAppStore, useCommandContext } from '#ui';
import type { Fate } from '../preview/preview-marks.ts';

/** Side of the drawing of a marker, with room for its ring. */
const side = 24;

/** A finding's marker, which opens the finding. From far away signs are painted together instead. */
export function MarkerButton({
  marker,
  resource,
  fate,
  more = 0,
}: {
  marker: SceneMarker;
  resource: ResourceId | undefined;
  /** What the fix that is previewed makes of it. */
  fate?: Fate | undefined;
  /** So many findings it stands for besides. */
  more?: number;
}) {
  const { fingerprint, text, number, accepted, x, y, shapes } = marker;
  const app = useAppStore();
  const { browser } = useCommandContext();
  return (
    <button
      type="button"
      className="canvas-marker nodrag"
      style={{ left: x, top: y }}
      aria-label={`Finding ${number}${accepted === undefined ? '' : `, ${accepted}`}${fate?.says ?? ''}: ${text}${more > 0 ? `, and ${more} more` : ''}`}
      onClick={(event) => {
        event.stopPropagation();
        const { openFinding, toggleSelected } = app.getState();
        // As on the thing itself, of which a press takes the sign for a part.
        if (event.shiftKey && resource !== undefined) {
          toggleSelected(resource);
          return;
        }
        openFinding(fingerprint, resource);
        // By a key, which has no eyes of its own on what opens elsewhere.
        if (event.detail === 0 && resource !== undefined) browser.focus('finding');
      }}
    >
      <svg
        width={side}
        height={side}
        viewBox={`${x - side / 2} ${y - side / 2} ${side} ${side}`}
        aria-hidden="true"
      >
        <Shapes of={fate?.shapes ?? shapes} />
      </svg>
    </button>
  );
}
