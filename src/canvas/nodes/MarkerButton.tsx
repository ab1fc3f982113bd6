import type { SceneMarker } from '#drawing';
import type { ResourceId } from '#model';
import { useAppState, useAppStore } from '#ui';
import { Shapes } from '../Shapes.tsx';

/** Nothing clickable is smaller. */
const reach = 24;

/** A finding's marker, which opens the finding. */
export function MarkerButton({
  marker,
  resource,
}: {
  marker: SceneMarker;
  resource: ResourceId | undefined;
}) {
  const { fingerprint, number, x, y, shapes } = marker;
  const app = useAppStore();
  const text = useAppState(
    (state) => state.result.findings.find((one) => one.fingerprint === fingerprint)?.text,
  );
  return (
    <button
      type="button"
      className="canvas-marker nodrag"
      style={{ left: x - reach / 2, top: y - reach / 2 }}
      aria-label={`Finding ${number}: ${text ?? 'settled'}`}
      title={text}
      onClick={(event) => {
        event.stopPropagation();
        app.getState().openFinding(fingerprint, resource);
      }}
    >
      <svg
        width={reach}
        height={reach}
        viewBox={`${x - reach / 2} ${y - reach / 2} ${reach} ${reach}`}
        aria-hidden="true"
      >
        <Shapes of={shapes} />
      </svg>
    </button>
  );
}
