import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, edits, findResource, type Resource, type ResourceId, type ResourceKind } from '#model';
import { type Destination, deriveNetwork, type Network, type PacketQuery, type Trace } from './index.ts';

const blueprint = blueprints.find(({ id }) => id === 'hub-and-spoke-firewall')?.build();
if (!blueprint) throw new Error('No hub and spoke');
const design: Design = blueprint;

const idOf = (name: string): ResourceId => {
  const found = design.resources.find((one) => one.name === name);
  if (!found) throw new Error(`No ${name} in the hub and spoke`);
  return found.id;
};

const cluster = 'train-cluster';
const instance = 'ci-engineer';
const people = 'ML engineers';

const flow = (from: string, to: Destination, port = 443, protocol: PacketQuery['protocol'] = 'Tcp') => ({
  from: idOf(from),
  to,
  port,
  protocol,
});
const service = (name: string, groupId: string): Destination => ({ resource: idOf(name), groupId });
const tag = (serviceTag: string, ...hosts: readonly string[]): Destination => ({ serviceTag, hosts });
const host = (...hosts: readonly string[]): Destination => ({ hosts });
const notebooks = host('ml-mlw-isolated.westeurope.notebooks.azure.net');

/** What the facts ask of this design (sections 2 and 3), and what its people do. */
const flows: Readonly<Record<string, PacketQuery>> = {
  workspace: flow(cluster, service('mlw-isolated', 'amlworkspace')),
  notebooks: flow(instance, notebooks),
  blob: flow(cluster, service('stmlisolated', 'blob')),
  file: flow(cluster, service('stmlisolated', 'file')),
  'file-share': flow(instance, service('stmlisolated', 'file'), 445),
  vault: flow(cluster, service('kv-ml-isolated', 'vault')),
  registry: flow(cluster, service('crmlisolated', 'registry')),
  'registry-data': flow(cluster, host('crmlisolated.westeurope.data.azurecr.io')),
  monitor: flow(cluster, host('api.monitor.azure.com')),
  'people-workspace': flow(people, service('mlw-isolated', 'amlworkspace')),
  'people-notebooks': flow(people, notebooks),
  'people-blob': flow(people, service('stmlisolated', 'blob')),
  'people-studio': flow(people, host('ml.azure.com')),
  'bastion-to-jump': flow('bas-hub', { resource: idOf('vm-jump') }, 3389),
  'sign-in': flow(cluster, tag('AzureActiveDirectory', 'login.microsoftonline.com')),
  'sign-in-plain': flow(cluster, tag('AzureActiveDirectory', 'login.microsoftonline.com'), 80),
  'resource-manager': flow(cluster, tag('AzureResourceManager', 'management.azure.com')),
  'machine-learning': flow(cluster, tag('AzureMachineLearning', '*.azureml.ms', '*.azureml.net')),
  tundra: flow(cluster, tag('AzureMachineLearning', 'westeurope.tundra.azureml.ms'), 5831, 'Udp'),
  intellisense: flow(instance, tag('AzureMachineLearning', '*.instances.azureml.ms'), 18881),
  batch: flow(cluster, tag('BatchNodeManagement', '*.westeurope.service.batch.azure.com')),
  'managed-storage': flow(cluster, tag('Storage', '*.blob.core.windows.net', '*.queue.core.windows.net')),
  images: flow(cluster, tag('MicrosoftContainerRegistry', 'mcr.microsoft.com')),
  'images-edge': flow(cluster, tag('AzureFrontDoor.FirstParty', '*.data.mcr.microsoft.com')),
  conda: flow(cluster, host('conda.anaconda.org')),
  pip: flow(cluster, host('pypi.org', 'files.pythonhosted.org')),
};

/** Names for flows that share a fate. */
const groups: Readonly<Record<string, string>> = {
  WORKSPACE: 'workspace people-workspace',
  NOTEBOOKS: 'notebooks people-notebooks workspace people-workspace',
  BLOB: 'blob people-blob',
  FILE: 'file file-share',
  REGISTRY: 'registry registry-data',
  PEOPLE: 'people-workspace people-notebooks people-blob',
  SPOKE: 'workspace notebooks blob FILE vault REGISTRY monitor',
  OUT: 'sign-in sign-in-plain resource-manager machine-learning tundra intellisense batch managed-storage images images-edge conda pip',
};

const flowsOf = (text: string): readonly string[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (groups[word] === undefined ? [word] : flowsOf(groups[word])));

/**
 * Written by hand from the facts: a link of the chain, the flows that fail without it, and who holds it: at least one of
 * these is among the blockers of every one of them.
 */
const table = `
zone privatelink.api.azureml.ms                          | WORKSPACE | pep-workspace
zone privatelink.notebooks.azure.net                     | NOTEBOOKS | pep-workspace
zone privatelink.blob.core.windows.net                   | BLOB | pep-storage-blob
zone privatelink.file.core.windows.net                   | FILE | pep-storage-file
zone privatelink.vaultcore.azure.net                     | vault | pep-key-vault
zone privatelink.azurecr.io                              | REGISTRY | pep-registry
zone privatelink.monitor.azure.com                       | monitor | pep-monitor
zone privatelink.oms.opinsights.azure.com                | |
zone privatelink.ods.opinsights.azure.com                | |
zone privatelink.agentsvc.azure-automation.net           | |
link privatelink.api.azureml.ms to-vnet-hub                   | WORKSPACE | privatelink.api.azureml.ms
link privatelink.notebooks.azure.net to-vnet-hub              | NOTEBOOKS | privatelink.notebooks.azure.net
link privatelink.blob.core.windows.net to-vnet-hub            | BLOB | privatelink.blob.core.windows.net
link privatelink.file.core.windows.net to-vnet-hub            | FILE | privatelink.file.core.windows.net
link privatelink.vaultcore.azure.net to-vnet-hub              | vault | privatelink.vaultcore.azure.net
link privatelink.azurecr.io to-vnet-hub                       | REGISTRY | privatelink.azurecr.io
link privatelink.monitor.azure.com to-vnet-hub                | monitor | privatelink.monitor.azure.com
link privatelink.oms.opinsights.azure.com to-vnet-hub         | |
link privatelink.ods.opinsights.azure.com to-vnet-hub         | |
link privatelink.agentsvc.azure-automation.net to-vnet-hub    | |
endpoint pep-workspace                                   | WORKSPACE NOTEBOOKS | mlw-isolated
endpoint pep-storage-blob                                | BLOB | stmlisolated privatelink.blob.core.windows.net
endpoint pep-storage-file                                | FILE | stmlisolated privatelink.file.core.windows.net
endpoint pep-key-vault                                   | vault | kv-ml-isolated
endpoint pep-registry                                    | REGISTRY | crmlisolated
endpoint pep-monitor                                     | monitor | ampls-ml privatelink.monitor.azure.com
approval of pep-workspace                                | WORKSPACE NOTEBOOKS | pep-workspace
approval of pep-storage-blob                             | BLOB | pep-storage-blob
approval of pep-storage-file                             | FILE | pep-storage-file
approval of pep-key-vault                                | vault | pep-key-vault
approval of pep-registry                                 | REGISTRY | pep-registry
approval of pep-monitor                                  | monitor | pep-monitor
record of pep-workspace in privatelink.api.azureml.ms        | WORKSPACE | pep-workspace
record of pep-workspace in privatelink.notebooks.azure.net   | NOTEBOOKS | pep-workspace
record of pep-storage-blob in privatelink.blob.core.windows.net   | BLOB | pep-storage-blob
record of pep-storage-file in privatelink.file.core.windows.net   | FILE | pep-storage-file
record of pep-key-vault in privatelink.vaultcore.azure.net   | vault | pep-key-vault
record of pep-registry in privatelink.azurecr.io             | REGISTRY | pep-registry
record of pep-monitor in privatelink.monitor.azure.com       | monitor | pep-monitor
record of pep-monitor in *                               | |
route everything-through-firewall of rt-firewall         | OUT people-studio | rt-firewall snet-training snet-jump
route table of snet-training                             | OUT | snet-training
route table of snet-jump                                 | people-studio | snet-jump
security group of *                                      | |
rule allow-private-endpoints of nsg-training             | |
rule allow-microsoft-entra-id of nsg-training            | sign-in-plain | nsg-training
rule allow-compute-management of nsg-training            | tundra | nsg-training
rule allow-notebook-intellisense of nsg-training         | intellisense | nsg-training
rule allow-web-through-firewall of nsg-training        | conda pip | nsg-training
rule deny-internet of nsg-training                       | |
rule allow-azure-resource-manager of nsg-training        | |
rule allow-azure-machine-learning of nsg-training        | |
rule allow-batch-node-management of nsg-training         | |
rule allow-microsoft-managed-storage of nsg-training     | |
rule allow-microsoft-container-registry of nsg-training  | |
rule allow-front-door-first-party of nsg-training        | |
rule allow-computes-and-people of nsg-private-endpoints | SPOKE PEOPLE | nsg-private-endpoints
rule deny-everything-else of nsg-private-endpoints       | |
rule allow-bastion of nsg-jump                           | bastion-to-jump | nsg-jump
rule deny-everything-else of nsg-jump                    | |
rule allow-web-through-firewall of nsg-jump              | people-studio | nsg-jump
rule * of nsg-jump                                       | |
rule computes-microsoft-entra-id of afwp-hub                      | sign-in sign-in-plain | afwp-hub
rule computes-azure-resource-manager of afwp-hub                  | resource-manager | afwp-hub
rule computes-azure-machine-learning of afwp-hub                  | machine-learning | afwp-hub
rule computes-compute-management of afwp-hub                      | tundra | afwp-hub
rule computes-notebook-intellisense of afwp-hub                   | intellisense | afwp-hub
rule computes-batch-node-management of afwp-hub                   | batch | afwp-hub
rule computes-microsoft-managed-storage of afwp-hub               | managed-storage | afwp-hub
rule computes-microsoft-container-registry of afwp-hub            | images | afwp-hub
rule computes-front-door-first-party of afwp-hub                  | images-edge | afwp-hub
rule computes-studio-and-automated-ml of afwp-hub                 | |
rule people-studio-and-automated-ml of afwp-hub                   | people-studio | afwp-hub
rule people-* of afwp-hub                                | |
rule computes-conda of afwp-hub                                   | conda | afwp-hub
rule computes-pip of afwp-hub                                     | pip | afwp-hub
peering hub-to-vnet-ml                                     | SPOKE PEOPLE OUT | vnet-ml-to-hub vnet-hub vnet-ml
peering vnet-ml-to-hub                                     | SPOKE PEOPLE OUT | hub-to-vnet-ml vnet-hub vnet-ml
allowVirtualNetworkAccess of hub-to-vnet-ml                | SPOKE PEOPLE OUT | hub-to-vnet-ml
allowVirtualNetworkAccess of vnet-ml-to-hub                | SPOKE PEOPLE OUT | vnet-ml-to-hub
allowForwardedTraffic of *                               | |
DNS servers of vnet-ml                                   | SPOKE | vnet-ml privatelink.api.azureml.ms privatelink.notebooks.azure.net privatelink.blob.core.windows.net privatelink.file.core.windows.net privatelink.vaultcore.azure.net privatelink.azurecr.io privatelink.monitor.azure.com
DNS proxy of afwp-hub                                    | SPOKE OUT | afwp-hub
firewall afw-hub                                         | SPOKE OUT people-studio | rt-firewall vnet-ml
firewall policy afwp-hub                                 | SPOKE OUT people-studio | afw-hub
public address of afw-hub                                | OUT people-studio | afw-hub
`;

interface Row {
  readonly link: string;
  readonly fails: readonly string[];
  readonly holders: readonly string[];
}

const rows: readonly Row[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [link = '', fails = '', holders = ''] = line.split('|').map((cell) => cell.trim());
    return { link, fails: flowsOf(fails), holders: holders.split(' ') };
  });

/** The row of a link: its own, else the one that says `*` for its kind. */
const rowOf = (link: string): Row | undefined =>
  rows.find((row) => row.link === link) ??
  rows.find(({ link: pattern }) => {
    const [start = '', end] = pattern.split('*');
    return end !== undefined && link.startsWith(start) && link.endsWith(end);
  });

interface Link {
  readonly name: string;
  readonly cut: (from: Design) => Design;
}

const remove =
  (id: ResourceId) =>
  (from: Design): Design =>
    edits.removeResource(from, id);
const change =
  <K extends ResourceKind>(id: ResourceId, kind: K, changes: Parameters<typeof edits.updateResource<K>>[3]) =>
  (from: Design): Design =>
    edits.updateResource(from, id, kind, changes);
const without = <T>(list: readonly T[], item: T): readonly T[] => list.filter((one) => one !== item);
const nameIn = (id: ResourceId): string => findResource(design, id)?.name ?? id;

/** Every link of the chain that a resource is or holds. */
function linksOf(one: Resource): readonly Link[] {
  const { id, name } = one;
  switch (one.kind) {
    case 'private-dns-zone': {
      const links = one.virtualNetworkLinks ?? [];
      return [
        { name: `zone ${name}`, cut: remove(id) },
        ...links.map((link) => ({
          name: `link ${name} ${link.name}`,
          cut: change(id, one.kind, { virtualNetworkLinks: without(links, link) }),
        })),
      ];
    }
    case 'private-endpoint': {
      const zones = (one.privateDnsZoneGroups ?? []).flatMap((group) => group.privateDnsZones);
      return [
        { name: `endpoint ${name}`, cut: remove(id) },
        { name: `approval of ${name}`, cut: change(id, one.kind, { connectionStatus: 'Pending' }) },
        ...zones.map((zone) => ({
          name: `record of ${name} in ${nameIn(zone)}`,
          cut: change(id, one.kind, {
            privateDnsZoneGroups: [{ name: 'default', privateDnsZones: without(zones, zone) }],
          }),
        })),
      ];
    }
    case 'route-table':
      return one.routes.map((route) => ({
        name: `route ${route.name} of ${name}`,
        cut: change(id, one.kind, { routes: without(one.routes, route) }),
      }));
    case 'subnet':
      return [
        ...(one.routeTable
          ? [{ name: `route table of ${name}`, cut: change(id, one.kind, { routeTable: undefined }) }]
          : []),
        ...(one.networkSecurityGroup
          ? [
              {
                name: `security group of ${name}`,
                cut: change(id, one.kind, { networkSecurityGroup: undefined }),
              },
            ]
          : []),
      ];
    case 'network-security-group':
      return one.securityRules.map((rule) => ({
        name: `rule ${rule.name} of ${name}`,
        cut: change(id, one.kind, { securityRules: without(one.securityRules, rule) }),
      }));
    case 'firewall-policy':
      return [
        { name: `firewall policy ${name}`, cut: remove(id) },
        { name: `DNS proxy of ${name}`, cut: change(id, one.kind, { dnsSettings: { enableProxy: false } }) },
        ...firewallRuleLinks(one),
      ];
    case 'azure-firewall':
      return [
        { name: `firewall ${name}`, cut: remove(id) },
        { name: `public address of ${name}`, cut: change(id, one.kind, { publicIPAddresses: [] }) },
      ];
    case 'virtual-network-peering':
      return [
        { name: `peering ${name}`, cut: remove(id) },
        ...(['allowVirtualNetworkAccess', 'allowForwardedTraffic'] as const).map((flag) => ({
          name: `${flag} of ${name}`,
          cut: change(id, one.kind, { [flag]: false }),
        })),
      ];
    case 'virtual-network':
      return one.dnsServers
        ? [{ name: `DNS servers of ${name}`, cut: change(id, one.kind, { dnsServers: [] }) }]
        : [];
    default:
      return [];
  }
}

function firewallRuleLinks({
  id,
  kind,
  name,
  ruleCollectionGroups = [],
}: Extract<Resource, { kind: 'firewall-policy' }>) {
  return ruleCollectionGroups.flatMap((group) =>
    group.ruleCollections.flatMap((collection) =>
      collection.rules.map((rule): Link => {
        const rules = without(collection.rules, rule);
        const ruleCollections = group.ruleCollections.map((one) =>
          one === collection ? { ...one, rules } : one,
        );
        const groups = ruleCollectionGroups.map((one) => (one === group ? { ...one, ruleCollections } : one));
        return {
          name: `rule ${rule.name} of ${name}`,
          cut: change(id, kind, { ruleCollectionGroups: groups }),
        };
      }),
    ),
  );
}

const links = design.resources.flatMap(linksOf);

const traced = (network: Network): readonly (readonly [string, Trace])[] =>
  Object.entries(flows).map(([name, query]) => [name, network.trace(query)] as const);

describe('the hub and spoke', () => {
  it('delivers everything that is asked of it', () => {
    const network = deriveNetwork(design);
    const failed = traced(network).filter(([, { verdict }]) => verdict !== 'delivered');
    expect(failed.map(([name, { verdict }]) => `${name}: ${verdict}`)).toEqual([]);
    const required = network.requiredFlows().map((query) => `${query.id}: ${network.trace(query).verdict}`);
    expect(required.length).toBeGreaterThan(40);
    expect(required.filter((text) => !text.endsWith('delivered'))).toEqual([]);
  });

  it('has every link of its chain in the table, and no other is there', () => {
    expect(links.filter(({ name }) => !rowOf(name)).map(({ name }) => name)).toEqual([]);
    const used = new Set(links.map(({ name }) => rowOf(name)));
    expect(rows.filter((row) => !used.has(row)).map(({ link }) => link)).toEqual([]);
    expect(links.length).toBeGreaterThan(90);
  });

  const failuresWithout = (cut: Link['cut']) => {
    const broken = cut(design);
    expect(broken).not.toEqual(design);
    const failed = traced(deriveNetwork(broken)).filter(([, { verdict }]) => verdict !== 'delivered');
    return { broken, failed };
  };
  it.each(links)('without $name exactly what the table says fails', ({ name, cut }) => {
    const { failed } = failuresWithout(cut);
    expect(failed.map(([flowName]) => flowName).sort()).toEqual([...new Set(rowOf(name)?.fails)].sort());
  });

  it.each(links)('without $name every trace that fails names who holds it', ({ name, cut }) => {
    const { broken, failed } = failuresWithout(cut);
    const holders = rowOf(name)?.holders ?? [];
    const silent = failed.flatMap(([flowName, { verdict, blockers, hops }]) => {
      const open = hops.filter(({ outcome }) => outcome === 'unknown').map(({ at }) => at);
      const names = [...blockers, ...open].map((id) => findResource(broken, id)?.name);
      const isNamed = names.some((one) => one !== undefined && holders.includes(one));
      return isNamed ? [] : [`${flowName}: ${verdict} by ${names.join(', ')}`];
    });
    expect(silent).toEqual([]);
  });
});
