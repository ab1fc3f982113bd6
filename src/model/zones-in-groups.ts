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
