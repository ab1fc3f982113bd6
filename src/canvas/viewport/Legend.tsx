import { memo } from 'react';
import { type edgeSamples, expectedMark, markerShapes, someSample } from '#drawing';
import { paint, Shapes } from '#ui';

const [start, sampleWidth] = [{ x: 0, y: 8 }, 34] as const;

const undecided = markerShapes({ severity: 'note', verdict: 'cannot-tell' }, '', 17, 8);

const some = someSample({ x: 17, y: 8 });

/** A sheet with its corner turned. */
const NoteSample = () => (
  <path
    d="M8 2.5h14.5l5 4v7H8zM22.5 2.5v4h5"
    strokeLinejoin="round"
    style={{ stroke: paint('t3'), strokeWidth: 1.2, fill: paint('panel') }}
  />
);

/** What the lines of this drawing mean. */
export const Legend = memo(function Legend({
  samples,
  hasNotes,
  hasExpected,
  hasUndecided,
  hasSome,
  isShown,
  isOver,
}: {
  samples: ReturnType<typeof edgeSamples>;
  hasNotes: boolean;
  hasExpected: boolean;
  hasUndecided: boolean;
  hasSome: boolean;
  isShown: boolean;
  /** Whether something of the drawing lies where it stands. */
  isOver: boolean;
}) {
  return (
    <figure
      className="canvas-legend"
      data-is-shown={isShown}
      data-is-over={isOver}
      aria-label="Legend"
      aria-hidden={!isShown}
    >
      {samples.map(({ title, sample }) => (
        <div key={title}>
          <svg width={36} height={16} aria-hidden="true">
            <Shapes of={sample(start, sampleWidth)} />
          </svg>
          {title}
        </div>
      ))}
      {hasExpected ? (
        <div>
          <span className="mono">{expectedMark}10.0</span>
          Expected address
        </div>
      ) : null}
      {hasUndecided ? (
        <div>
          <svg width={36} height={16} aria-hidden="true">
            <Shapes of={undecided} />
          </svg>
          Not decided
        </div>
      ) : null}
      {hasSome ? (
        <div>
          <svg width={36} height={16} aria-hidden="true">
            <Shapes of={some} />
          </svg>
          Some subnets only
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
    </figure>
  );
});
