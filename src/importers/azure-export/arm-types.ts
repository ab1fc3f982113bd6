import { kinds, type ResourceKind, resourceKinds } from '#model';

/** ARM types of resources that a kind's own facts do not name. */
const furtherTypes: Readonly<Record<string, ResourceKind>> = {
  'microsoft.network/dnsresolvers/inboundendpoints': 'dns-resolver-endpoint',
  'microsoft.network/dnsresolvers/outboundendpoints': 'dns-resolver-endpoint',
  'microsoft.network/virtualhubs': 'virtual-wan-hub',
};

/** Types whose kind the model has, but whose rows are read in no way that a rule could use. */
const unreadTypes = new Set(['microsoft.network/networkmanagers']);

const kindsByType: ReadonlyMap<string, ResourceKind> = new Map([
  ...resourceKinds.flatMap((kind): [string, ResourceKind][] => {
    const type = kinds[kind].armType?.toLowerCase();
    return type === undefined || unreadTypes.has(type) ? [] : [[type, kind]];
  }),
  ...Object.entries(furtherTypes),
]);

/** The kind of a lower-cased ARM type, or `undefined` where the model has none for it. */
export const kindOfType = (type: string): ResourceKind | undefined => kindsByType.get(type);

/** The ARM type by which ids of a kind are written. */
export const armTypeOf = (kind: ResourceKind): string | undefined => kinds[kind].armType;

/** Child types that become a part of their parent, by the parent's type. */
const partsOfParents: Readonly<Record<string, readonly string[]>> = {
  'microsoft.network/networksecuritygroups': ['securityrules', 'defaultsecurityrules'],
  'microsoft.network/routetables': ['routes'],
  'microsoft.network/firewallpolicies': ['rulecollectiongroups'],
  'microsoft.network/privateendpoints': ['privatednszonegroups'],
  'microsoft.network/privatednszones': [
    'virtualnetworklinks',
    'a',
    'aaaa',
    'cname',
    'mx',
    'ptr',
    'soa',
    'srv',
    'txt',
  ],
  'microsoft.network/dnsforwardingrulesets': ['forwardingrules', 'virtualnetworklinks'],
  'microsoft.network/virtualhubs': [
    'hubvirtualnetworkconnections',
    'hubroutetables',
    'routingintent',
    'ipconfigurations',
  ],
  'microsoft.network/serviceendpointpolicies': ['serviceendpointpolicydefinitions'],
  'microsoft.network/networksecurityperimeters': ['resourceassociations'],
  'microsoft.insights/privatelinkscopes': ['scopedresources'],
  'microsoft.containerservice/managedclusters': ['agentpools'],
  'microsoft.machinelearningservices/workspaces': ['outboundrules'],
  'microsoft.machinelearningservices/workspaces/onlineendpoints': ['deployments'],
  'microsoft.machinelearningservices/workspaces/batchendpoints': ['deployments'],
  'microsoft.eventhub/namespaces': ['networkrulesets'],
  'microsoft.containerregistry/registries': ['replications'],
};

/** Whether resources of a lower-cased type become a part of the resource they belong to. */
export function isPartOfParent(type: string): boolean {
  const at = type.lastIndexOf('/');
  return partsOfParents[type.slice(0, at)]?.includes(type.slice(at + 1)) ?? false;
}

/** Record types of private DNS zones that are shown; the zone's own SOA record says only that records are listed. */
export const recordTypes = ['a', 'aaaa', 'cname', 'mx', 'ptr', 'srv', 'txt'] as const;
