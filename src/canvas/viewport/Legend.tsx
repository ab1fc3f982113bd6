import { useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { type EdgeMeaning, expectedMark, isExpectedAddress, type SceneItem, type Token } from '#drawing';
import { paint } from '#ui';
import { useScene } from '../use-scene.ts';
import { cornersOf } from './corners.ts';

interface Entry {
  readonly meaning: EdgeMeaning;
  readonly title: string;
  readonly colour: Token;
  readonly dash?: string;
  readonly end?: 'arrow' | 'dot';
  readonly isPipe?: boolean;
  readonly width?: number;
}

const entries: readonly Entry[] = [
  { meaning: 'private-link', title: 'Private link', colour: 'network', end: 'dot' },
  { meaning: 'route', title: 'Route', colour: 't2', dash: '6 4', end: 'arrow' },
  { meaning: 'dns', title: 'DNS', colour: 'dns', dash: '0.01 5', end: 'arrow', width: 2 },
  { meaning: 'service-endpoint', title: 'Service endpoint', colour: 'security', end: 'arrow' },
  { meaning: 'missing', title: 'Missing', colour: 'error', dash: '3 4' },
  { meaning: 'peering', title: 'Peering', colour: 'network', isPipe: true },
  { meaning: 'connection', title: 'ExpressRoute, VPN', colour: 'on-premises', isPipe: true },
];

function Line({ colour, dash, end, isPipe, width = 1.6 }: Entry) {
  const stroke = paint(colour);
  if (isPipe) return <path d="M0 6.5h34M0 9.5h34" fill="none" style={{ stroke, strokeWidth: 1.5 }} />;
  return (
    <>
      <path
        d={`M0 8h${end ? 28 : 34}`}
        fill="none"
        strokeLinecap={dash?.startsWith('0') ? 'round' : 'butt'}
        style={{ stroke, strokeWidth: width, strokeDasharray: dash ?? 'none' }}
      />
      {end === 'arrow' ? <path d="M28 4.5 34.5 8 28 11.5z" style={{ fill: stroke }} /> : null}
      {end === 'dot' ? (
        <circle cx={31} cy={8} r={2.6} style={{ stroke, strokeWidth: 1.4, fill: paint('panel') }} />
      ) : null}
    </>
  );
}

/** A sheet with its corner turned. */
const NoteSample = () => (
  <path
    d="M8 2.5h14.5l5 4v7H8zM22.5 2.5v4h5"
    strokeLinejoin="round"
    style={{ stroke: paint('t3'), strokeWidth: 1.2, fill: paint('panel') }}
  />
);

/** Of its box with what keeps it from the corner of the window, in CSS pixels. */
const legendSize = { width: 172, inset: 40, row: 20, corner: 12 } as const;

/** Regions are the ground on which things stand. */
const isRegion = ({ role, parent }: SceneItem) => role === 'container' && parent === undefined;

/** What the lines of this drawing mean, while that covers nothing. For the eye only. */
export const Legend = memo(function Legend() {
  const edges = useScene((state) => state.scene.edges);
  const shown = useMemo(
    () => entries.filter((entry) => edges.some((edge) => edge.meaning === entry.meaning)),
    [edges],
  );
  const items = useScene((state) => state.scene.items);
  const corners = useMemo(
    () =>
      cornersOf([
        ...items.filter((item) => !isRegion(item)),
        ...edges.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 }))),
      ]),
    [items, edges],
  );
  const regions = useMemo(() => cornersOf(items.filter(isRegion)), [items]);
  const hasNotes = items.some(({ role }) => role === 'note');
  const hasExpected = useMemo(() => items.some(({ shapes }) => shapes.some(isExpectedAddress)), [items]);
  const rows = shown.length + (hasNotes ? 1 : 0) + (hasExpected ? 1 : 0);
  const isCovering = useStore(({ width, height, transform: [x, y, zoom] }) => {
    // Nothing is known yet, and what is not there need not fade.
    if (width === 0) return undefined;
    const left = (width - legendSize.width - x) / zoom;
    const top = (height - legendSize.inset - legendSize.row * rows - y) / zoom;
    if (corners.some((corner) => corner.x > left && corner.y > top)) return true;
    // It may stand on a region, but not on its border.
    const right = (width - legendSize.corner - x) / zoom;
    const bottom = (height - legendSize.corner - y) / zoom;
    return regions.some(
      (corner) => corner.x > left && corner.y > top && (corner.x < right || corner.y < bottom),
    );
  });
  if (rows === 0 || isCovering === undefined) return null;
  return (
    <div className={isCovering ? 'canvas-legend is-covering' : 'canvas-legend'} aria-hidden="true">
      {shown.map((entry) => (
        <div key={entry.meaning}>
          <svg width={36} height={16} aria-hidden="true">
            <Line {...entry} />
          </svg>
          {entry.title}
        </div>
      ))}
      {hasExpected ? (
        <div>
          <span className="mono">{expectedMark}10.0</span>
          Expected address
        </div>
      ) : null}
      {hasNotes ? (
        <div>
          <svg width={36} height={16} aria-hidden="true">
            <NoteSample />
          </svg>
          Note
        </div>
      ) : null}
    </div>
  );
});
