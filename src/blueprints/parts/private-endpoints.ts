import { zonesOf } from '#catalog';
import type { Resource, ResourceId } from '#model';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { type Site, type SiteNetwork, subnetOf } from './site.ts';

/** Networks that share one set of private DNS zones, and those of them whose machines ask Azure DNS. */
interface ZoneSet {
  readonly key: string;
  readonly networks: readonly SiteNetwork[];
  readonly linked: readonly SiteNetwork[];
}

/** One set for all that is peered: a second endpoint would overwrite the records of the first. */
function zoneSetsOf(site: Site): readonly ZoneSet[] {
  const { networks, home, architecture } = site;
  if (architecture.topology === 'isolated')
    return networks.map((network) => ({ key: network.key, networks: [network], linked: [network] }));
  const asksInHub = architecture.topology === 'hub-and-spoke' && architecture.names !== 'azure';
  return [{ key: 'shared', networks, linked: asksInHub ? [home] : networks }];
}

const zoneId = (set: ZoneSet, name: string): ResourceId => idOf(`${set.key}/zone/${name}`);

const zonesFor = ({ architecture }: Site, kind: string, groupId: string): readonly string[] =>
  zonesOf(kind, groupId, architecture.goals.cloud, architecture.region);

function endpointsOf(site: Site, set: ZoneSet): readonly Resource[] {
  return set.networks.flatMap((network) => {
    const subnet = subnetOf(network, 'endpoints');
    if (!subnet) return [];
    const tail = site.architecture.topology === 'isolated' && network.tail !== '' ? `-${network.tail}` : '';
    return network.endpoints.map(({ role, name, target, kind, groupId }) =>
      make('private-endpoint', idOf(`${network.key}/${role}`), name + tail, {
        parent: subnet.id,
        target,
        groupIds: [groupId],
        privateDnsZoneGroups: [
          {
            name: 'default',
            privateDnsZones: zonesFor(site, kind, groupId).map((zone) => zoneId(set, zone)),
          },
        ],
      }),
    );
  });
}

function zonesIn(site: Site, set: ZoneSet): readonly Resource[] {
  const needs = set.networks.flatMap(({ endpoints }) => endpoints);
  const names = new Set(needs.flatMap(({ kind, groupId }) => zonesFor(site, kind, groupId)));
  return [...names].map((name) =>
    make('private-dns-zone', zoneId(set, name), name, {
      virtualNetworkLinks: set.linked.map((network) => ({
        name: `to-${network.name}`,
        virtualNetwork: network.id,
        registrationEnabled: false,
      })),
      recordSets: [],
    }),
  );
}

/** Private endpoints, and the zones that give their names private answers. */
export const privateEndpointsOf = (site: Site): readonly Resource[] =>
  zoneSetsOf(site).flatMap((set) => [...endpointsOf(site, set), ...zonesIn(site, set)]);
