import { type Cloud, privateLinkServiceOf } from '#catalog';
import { flatMapped } from '#model';
import { memoForGood } from './memo.ts';
import type { Destination, ExfiltrationDestination, PacketQuery, StrangersName } from './network.ts';
import { commonWays, queryWay } from './open-ways.ts';
import { anotherRegion, outsideAzure } from './tags.ts';

/** A kind of place with packets that stand for it: one of them that gets there is enough. */
export interface ExfiltrationAim {
  readonly destination: ExfiltrationDestination;
  readonly packets: readonly Pick<PacketQuery, 'to' | 'protocol' | 'port'>[];
}

/** Stands for a name that somebody else owns. */
const stranger = 'not-approved';

/** In no service tag, and a name that no rule has. */
export const anywhere: Destination = {
  serviceTag: outsideAzure,
  hosts: [`${stranger}.example`],
  isForeign: true,
};

const tcp = (to: Destination, ...ports: readonly number[]) =>
  ports.map((port) => ({ to: { ...to, isForeign: true }, protocol: 'Tcp' as const, port }));

/** Sites of anybody, which a wildcard for names that anybody can register lets pass. */
export const aimAtStranger = ({ name, end, ports }: StrangersName): ExfiltrationAim => ({
  destination: { id: `names:${end}`, title: `any name that ends in ${end}` },
  packets: tcp({ serviceTag: outsideAzure, hosts: [name] }, ...ports),
});

/** A service in which anybody can have a resource of their own, by its catalogue key. */
interface OpenService {
  readonly id: string;
  readonly key: string;
  readonly groupIds: readonly string[];
  readonly title: string;
}

const services: readonly OpenService[] = [
  {
    id: 'container-registry',
    key: 'container-registry',
    groupIds: ['registry'],
    title: 'any container registry',
  },
  { id: 'key-vault', key: 'key-vault', groupIds: ['vault'], title: 'any key vault' },
  { id: 'sql', key: 'sql-server', groupIds: ['sqlServer'], title: 'any Azure SQL server' },
  { id: 'cosmos-db', key: 'cosmos-db', groupIds: ['Sql'], title: 'any Cosmos DB account' },
  { id: 'event-hubs', key: 'event-hubs', groupIds: ['namespace'], title: 'any Event Hubs namespace' },
  {
    id: 'service-bus',
    key: 'Microsoft.ServiceBus/namespaces',
    groupIds: ['namespace'],
    title: 'any Service Bus namespace',
  },
  { id: 'app-service', key: 'Microsoft.Web/sites', groupIds: ['sites'], title: 'any web app' },
];

const storageGroups = ['blob', 'file', 'queue', 'table', 'dfs'];
const ports: Readonly<Record<string, readonly number[]>> = { file: [443, 445], sqlServer: [1433] };

const packetsTo = (cloud: Cloud, key: string, groupIds: readonly string[], region?: string) => {
  const service = privateLinkServiceOf(key);
  return flatMapped(groupIds, (groupId) => {
    const suffix = service?.subresources[groupId]?.forwardedSuffixes[cloud][0];
    const host = suffix === undefined ? [] : [`${stranger}.${suffix}`];
    const to: Destination = {
      ...(service?.serviceTag === undefined ? {} : { serviceTag: service.serviceTag }),
      ...(region === undefined ? {} : { region }),
      hosts: host,
    };
    return tcp(to, ...(ports[groupId] ?? [443]));
  });
};

/**
 * Where data could be written that nobody approved. Storage and the front doors are what Microsoft's page names; the
 * other services are those in which anybody can have a resource, so that a tag or a wildcard opens everybody's.
 */
export const exfiltrationAims = memoForGood((cloud: Cloud): readonly ExfiltrationAim[] => [
  {
    destination: { id: 'internet', title: 'any place on the internet' },
    packets: [...commonWays, queryWay].map((way) => ({ to: anywhere, ...way })),
  },
  {
    destination: { id: 'azure', title: 'any machine in Azure', serviceTag: 'AzureCloud' },
    packets: tcp({ serviceTag: 'AzureCloud', hosts: [`${stranger}.cloudapp.azure.com`] }, 443, 80, 22),
  },
  {
    destination: { id: 'storage', title: 'any storage account of the region', serviceTag: 'Storage' },
    packets: packetsTo(cloud, 'storage-account', storageGroups),
  },
  {
    destination: {
      id: 'storage-elsewhere',
      title: 'any storage account of another region',
      serviceTag: 'Storage',
    },
    packets: packetsTo(cloud, 'storage-account', storageGroups, anotherRegion),
  },
  {
    destination: {
      id: 'front-door',
      title: 'any site behind Azure Front Door',
      serviceTag: 'AzureFrontDoor.Frontend',
    },
    packets: tcp({ serviceTag: 'AzureFrontDoor.Frontend', hosts: [`${stranger}.azurefd.net`] }, 443, 80),
  },
  ...services.map(({ id, key, groupIds, title }): ExfiltrationAim => {
    const serviceTag = privateLinkServiceOf(key)?.serviceTag;
    return {
      destination: { id, title, ...(serviceTag === undefined ? {} : { serviceTag }) },
      packets: packetsTo(cloud, key, groupIds),
    };
  }),
]);
