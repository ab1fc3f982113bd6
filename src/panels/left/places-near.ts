import { type LegalPlace, legalPlaces } from '#commands';
import { ancestorsOf, type Design, type ResourceId, type ResourceKind } from '#model';

/** Every place where a kind may lie: the selection and what it lies in first. */
export const placesNear = (
  kind: ResourceKind,
  design: Design,
  selection: ResourceId | undefined,
): readonly LegalPlace[] => {
  const near = new Set(
    selection === undefined ? [] : [selection, ...ancestorsOf(design, selection).map((one) => one.id)],
  );
  const isNear = ({ parent, attachTo }: LegalPlace) => {
    if (attachTo !== undefined) return attachTo === selection ? 2 : 0;
    return Number(parent !== undefined && near.has(parent));
  };
  return [...legalPlaces(kind, design)].sort((one, other) => isNear(other) - isNear(one));
};
