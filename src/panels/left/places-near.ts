import { type LegalPlace, legalPlaces } from '#commands';
import { ancestorsOf, type Design, findResource, type ResourceId, type ResourceKind } from '#model';

/** Every place where a kind may lie: the selection and what it lies in first, else what the kind prefers. */
export const placesNear = (
  kind: ResourceKind,
  design: Design,
  selection: ResourceId | undefined,
): readonly LegalPlace[] => {
  const near = new Set(
    selection === undefined ? [] : [selection, ...ancestorsOf(design, selection).map((one) => one.id)],
  );
  const isRegion = ({ parent }: LegalPlace) => findResource(design, parent)?.kind === 'region';
  const nearness = ({ parent, attachTo }: LegalPlace) => {
    if (attachTo !== undefined) return attachTo === selection ? 2 : 0;
    return Number(parent !== undefined && near.has(parent));
  };
  // Everything lies in a region: to be near one decides only between regions.
  return [...legalPlaces(kind, design)].sort((one, other) => {
    const [isOne, isOther] = [isRegion(one), isRegion(other)];
    const mine = isOne && !isOther ? 0 : nearness(one);
    const theirs = isOther && !isOne ? 0 : nearness(other);
    return theirs - mine;
  });
};
