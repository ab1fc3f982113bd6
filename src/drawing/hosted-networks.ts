import type { HostedBadge, HostedEndpoint, HostedNetwork } from '#layout';
import { counted, type Design, findResource, kinds, type ResourceId, resourcesOfKind } from '#model';
import type { ManagedNetwork, ManagedNetworkRule, Network } from '#network';

/** The networks that Microsoft runs for a design: managed virtual networks of workspaces, then those of deployments. */
export function hostedNetworksOf(network: Network): readonly HostedNetwork[] {
  const { design } = network;
  const managed = new Map<ResourceId, ManagedNetwork>();
  for (const { id } of resourcesOfKind(design, 'workspace')) {
    const found = network.managedNetworkOf(id);
    if (found) managed.set(found.workspace, found);
  }
  return [
    ...[...managed.values()].map((one) => managedNetwork(design, one)),
    ...resourcesOfKind(design, 'managed-online-endpoint').flatMap(({ id, name }) => {
      const served = network.deploymentEndpointsOf(id);
      return served.length === 0 ? [] : [deploymentNetwork(design, id, name, served)];
    }),
  ];
}

/** Of the item that a managed network is drawn as. */
export const managedNetworkId = (workspace: ResourceId): string => `managed-network:${workspace}`;

const nameOf = (design: Design, id: ResourceId | undefined): string =>
  findResource(design, id)?.name ?? 'unknown';

function managedNetwork(
  design: Design,
  { workspace, isolationMode, rules, sources }: ManagedNetwork,
): HostedNetwork {
  const id = managedNetworkId(workspace);
  const isOpen = isolationMode === 'AllowInternetOutbound';
  return {
    id,
    holder: workspace,
    title: 'Managed virtual network',
    fact: `${nameOf(design, workspace)}, ${isOpen ? 'internet outbound allowed' : 'approved outbound only'}`,
    members: sources,
    endpoints: rules.flatMap((rule) => endpointOfRule(design, id, rule)),
    badges: isOpen
      ? [badge(id, 'internet', 'Internet', ['everything on the internet'])]
      : outboundBadges(design, id, workspace, rules),
  };
}

function endpointOfRule(
  design: Design,
  network: string,
  { type, target, groupId, name, origin }: ManagedNetworkRule,
): readonly HostedEndpoint[] {
  if (type !== 'PrivateEndpoint' || target === undefined) return [];
  const group = groupId ?? '';
  return [
    {
      id: `${network}/${target}/${group}`,
      name: origin === 'user' ? name : endpointName(design, target, group),
      fact: `To ${nameOf(design, target)}`,
      target,
      groupId: group,
    },
  ];
}

/** Azure names them by a random number: what they lead to says more. */
const endpointName = (design: Design, target: ResourceId, groupId: string): string => {
  const resource = findResource(design, target);
  const words: Readonly<Record<string, string>> = {
    amlworkspace: 'Workspace',
    vault: 'Key vault',
    registry: 'Registry',
  };
  const storage = resource?.kind === 'storage-account' ? `Storage, ${groupId}` : undefined;
  return words[groupId.toLowerCase()] ?? storage ?? (resource ? kinds[resource.kind].title : groupId);
};

const badge = (network: string, icon: string, text: string, open: readonly string[]): HostedBadge => ({
  id: `${network}/${icon}`,
  icon,
  text,
  label: `Outbound rules: ${open.join(', ')}`,
});

function outboundBadges(
  design: Design,
  network: string,
  workspace: ResourceId,
  rules: readonly ManagedNetworkRule[],
): readonly HostedBadge[] {
  const named = (type: ManagedNetworkRule['type']) => [
    ...new Set(rules.filter((rule) => rule.type === type).map(({ destination }) => destination)),
  ];
  const [tags, hosts] = [named('ServiceTag'), named('FQDN')];
  const holder = findResource(design, workspace);
  const sku = holder?.kind === 'workspace' ? holder.managedNetwork?.firewallSku : undefined;
  return [
    ...(tags.length > 0
      ? [badge(network, 'service-endpoint', counted(tags.length, 'service tag'), tags)]
      : []),
    ...(hosts.length > 0
      ? [
          badge(network, 'internet', counted(hosts.length, 'host name'), hosts),
          // The first host name makes Azure deploy one.
          {
            id: `${network}/firewall`,
            icon: 'firewall',
            text: 'Firewall',
            label: `Azure Firewall, ${sku ?? 'Standard'}`,
          },
        ]
      : []),
  ];
}

function deploymentNetwork(
  design: Design,
  endpoint: ResourceId,
  name: string,
  served: ReturnType<Network['deploymentEndpointsOf']>,
): HostedNetwork {
  const id = `deployments:${endpoint}`;
  return {
    id,
    holder: endpoint,
    title: 'Network of Microsoft',
    fact: `Deployments of ${name}`,
    members: [endpoint],
    endpoints: served.map(({ target, groupId }) => ({
      id: `${id}/${target}/${groupId}`,
      name: endpointName(design, target, groupId),
      fact: `To ${nameOf(design, target)}`,
      target,
      groupId,
    })),
    badges: [],
  };
}
