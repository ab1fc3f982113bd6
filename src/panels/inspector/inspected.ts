import { createContext, useContext } from 'react';
import { findResource, type Resource, type ResourceId } from '#model';
import { useAppState } from '#ui';

/** The resource whose properties are shown, and where in it the fields around are. */
export interface Inspected {
  readonly resource: ResourceId;
  /** Path of the part: empty for the resource itself. */
  readonly path: string;
}

export const InspectedContext = createContext<Inspected | undefined>(undefined);

/** Where the fields are. Throws outside the inspector. */
export const useInspected = (): Inspected => {
  const inspected = useContext(InspectedContext);
  if (!inspected) throw new Error('No inspected resource around this component');
  return inspected;
};

export const useInspectedResource = (): Resource | undefined => {
  const { resource } = useInspected();
  return useAppState(({ design }) => findResource(design, resource));
};
