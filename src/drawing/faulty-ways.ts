import type { ResourceId } from '#model';
import { edgeShapes } from './edge-shapes.ts';
import type { InternetGroup } from './internet-groups.ts';
import type { Numbered } from './markers.ts';
import type { SceneEdge } from './scene.ts';

const isError = ({ finding: { severity, verdict, accepted } }: Numbered): boolean =>
  severity === 'error' && verdict === 'failed' && accepted === undefined;

/**
 * Edges with each way to or from the internet that is a fault by what its chip bears painted as one: a line that looks
 * sound below a red chip would say that it is none. What does not work is painted so already.
 */
export function withFaults(
  edges: readonly SceneEdge[],
  internet: readonly InternetGroup[],
  findings: ReadonlyMap<string, readonly Numbered[]>,
): readonly SceneEdge[] {
  const chipsOf = new Map(internet.map(({ id, chips }) => [id, chips.map((chip) => `chip:${chip.id}`)]));
  const errorsOn = (chips: readonly string[]) =>
    chips.flatMap((chip) => (findings.get(chip) ?? []).filter(isError));
  const isFault = ({ meaning, way = '', from, shapes }: SceneEdge): boolean => {
    if (shapes.some((shape) => shape.type === 'path' && shape.stroke === 'error')) return false;
    if (meaning === 'inbound') return errorsOn([way]).length > 0;
    // Several subnets may leave so, some of them as they should.
    const errors = meaning === 'service-endpoint' ? errorsOn(chipsOf.get(way) ?? []) : [];
    return errors.some(({ finding }) => finding.at.includes(from as ResourceId));
  };
  return edges.map((edge) =>
    isFault(edge)
      ? { ...edge, shapes: edgeShapes({ meaning: edge.meaning, end: 'arrow', isFault: true }, edge.points) }
      : edge,
  );
}
