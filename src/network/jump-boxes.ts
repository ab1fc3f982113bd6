import { flatMapped, type Resource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { drawnNetworkOf } from './estate.ts';
import { type Ground, groundQuestion } from './ground.ts';
import type { JumpBox } from './network.ts';
import { privateEndpointsOf } from './private-endpoints.ts';

type Workspace = ResourceOf<'workspace'>;

const isShown = ({ presence }: Resource): boolean => presence !== 'not-shown';

const shownOf = <K extends Resource['kind']>({ estate }: Ground, kind: K): readonly ResourceOf<K>[] =>
  resourcesOfKind(estate.design, kind).filter((one) => isShown(one));

/** Machines that answer names, which nobody signs in on to use a workspace. */
const dnsAddresses = (ground: Ground): ReadonlySet<string> =>
  new Set(
    flatMapped(resourcesOfKind(ground.estate.design, 'virtual-network'), ({ dnsServers = [] }) => dnsServers),
  );

/** Closed workspaces whose people the design shows nowhere: where it shows some, they are who is judged. */
const workspacesWithoutPeople = (ground: Ground): readonly Workspace[] => {
  const people = shownOf(ground, 'client').filter(({ role }) => role !== 'scoring-client');
  return shownOf(ground, 'workspace').filter(
    ({ id, publicNetworkAccess, hubWorkspace }) =>
      publicNetworkAccess === 'Disabled' &&
      hubWorkspace === undefined &&
      !people.some(({ uses }) => uses === undefined || uses.includes(id)),
  );
};

/** Machines that a Bastion of their network, or of one that is peered with it, leads people to, and what they use there. */
export const jumpBoxes = groundQuestion((ground, _: 'all'): readonly JumpBox[] => {
  const { estate, addresses, peerings } = ground;
  const bastions = estate.goals.workspace === 'private' ? shownOf(ground, 'bastion') : [];
  const closed = bastions.length === 0 ? [] : workspacesWithoutPeople(ground);
  if (closed.length === 0) return [];
  const ofDns = dnsAddresses(ground);
  return flatMapped(shownOf(ground, 'virtual-machine'), ({ id: machine }): readonly JumpBox[] => {
    const home = drawnNetworkOf(estate, machine);
    if (home === undefined || addresses.addressesOf(machine).some((one) => ofDns.has(one))) return [];
    const reach = new Set([home, ...peerings.peersOf(home)]);
    const isInReach = (id: ResourceId | undefined): boolean => {
      const place = id === undefined ? undefined : drawnNetworkOf(estate, id);
      return place !== undefined && reach.has(place);
    };
    const leading = bastions.flatMap(({ id }) => (isInReach(id) ? [id] : []));
    const workspaces = closed.flatMap(({ id }): JumpBox['workspaces'] => {
      const { connections } = privateEndpointsOf(estate.design, id);
      const isNear = connections.some(({ endpoint }) => isInReach(endpoint?.id));
      return isNear || connections.length === 0 ? [{ id, isNear }] : [];
    });
    if (leading.length === 0 || workspaces.length === 0) return [];
    return [{ machine, bastions: leading, reach, workspaces }];
  });
});
