import type { Design } from './design.ts';
import { resourcesOfKind } from './queries.ts';
import type { ResourceOf } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

const none: readonly ResourceId[] = [];

/** The zones that the DNS zone groups of an endpoint name, in their order, whether they exist or not. */
export const zonesInGroups = ({
  privateDnsZoneGroups: groups = [],
}: Pick<ResourceOf<'private-endpoint'>, 'privateDnsZoneGroups'>): readonly ResourceId[] =>
  // Most have one group: its own list is as good as a copy.
  groups.length > 1
    ? groups.flatMap(({ privateDnsZones }) => privateDnsZones)
    : (groups[0]?.privateDnsZones ?? none);

/** The endpoints whose zone groups write records into a zone, but for those whose records Azure told to be missing there. */
export const endpointsWritingInto = (
  design: Design,
  zone: ResourceId,
): readonly ResourceOf<'private-endpoint'>[] =>
  resourcesOfKind(design, 'private-endpoint').filter(({ privateDnsZoneGroups: groups = [] }) =>
    groups.some(
      ({ privateDnsZones, zonesWithoutRecords = [] }) =>
        privateDnsZones.includes(zone) && !zonesWithoutRecords.includes(zone),
    ),
  );
