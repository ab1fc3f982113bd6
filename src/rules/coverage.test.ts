import { describe, expect, it } from 'vitest';
import { allRules } from './all-rules.ts';

/** What the pages warn of: the rules that find it, or why none can. */
const covered: readonly (readonly [line: string, by: readonly string[] | string])[] = [
  // Private endpoints and names of a working workspace
  [
    'a workspace endpoint with both zones, linked where names are asked for',
    ['private-endpoint-missing', 'private-dns-zone-missing', 'private-dns-zone-not-linked'],
  ],
  ['blob and file endpoints of the default storage', ['private-endpoint-missing']],
  [
    'queue, table and dfs endpoints where work needs them',
    ['private-endpoint-missing', 'private-endpoint-optional'],
  ],
  ['endpoints of the key vault and the registry', ['private-endpoint-missing']],
  ['a registry that has endpoints is Premium', ['registry-not-premium']],
  ['a compute that builds images where the registry is closed', ['image-build-compute-missing']],
  [
    'monitoring by a private link scope, or by its tag',
    ['monitor-public', 'monitor-unreachable', 'required-outbound-blocked'],
  ],
  ['trusted services and resource instances', ['trusted-services-not-admitted']],
  ['public access stays on after the endpoints are made', ['public-network-access']],
  ['a perimeter governs public access: its rules are asked for', ['public-network-access']],
  ['connections that nobody approved', ['private-endpoint-not-approved']],
  ['sub-resources that a service does not have', ['private-endpoint-unknown-sub-resource']],
  ['five zones, one group, no namesakes in a zone group', ['platform-limit-exceeded']],
  ['two endpoints of one target in one zone', ['dns-record-overwritten']],
  [
    'an endpoint lies in the region of its network',
    'An endpoint lies in a subnet of the drawing, and so in its region',
  ],
  ['a role on the storage endpoints for the workspace identity', 'Role assignments are not part of a design'],
  // Placement
  ['a workspace endpoint in the network of the endpoints of its services', ['workspace-endpoint-elsewhere']],
  ['computes by subnet or managed network, not both', ['compute-outside-network']],
  [
    'compute instances in the region of the workspace; attached clusters likewise',
    ['compute-in-other-region'],
  ],
  ['computes without public IP addresses need a workspace endpoint', ['compute-without-workspace-endpoint']],
  ['no delegation on the subnet of computes', ['compute-subnet-delegated']],
  [
    'network policies for private link services on the subnet of computes',
    'Pages no longer ask for it, and exports show the other value by default',
  ],
  ['service endpoints of a registry', ['registry-service-endpoint']],
  [
    'computes and their network in the subscription of the workspace',
    'Subscriptions are not part of a design; no page says which cases Azure refuses today',
  ],
  [
    'Container Instances with a private workspace',
    'Deployments to Container Instances are not part of the model',
  ],
  // Required outbound and inbound
  [
    'every required destination by security group, route and firewall',
    ['required-outbound-blocked', 'egress-missing'],
  ],
  ['packages and other software that the goals name', ['software-unreachable']],
  ['inbound 44224 for computes with public IP addresses', ['required-inbound-missing']],
  ['inbound of Batch that newer computes do not need', ['legacy-batch-inbound']],
  ['replies of computes with public IP addresses past the firewall', ['public-ip-compute-behind-firewall']],
  ['public IP addresses of computes, and SSH on them', ['compute-has-public-ip', 'compute-ssh-public']],
  [
    'what Bastion and Application Gateway must send and get',
    ['subnet-outbound-shut', 'required-inbound-missing'],
  ],
  ['machines that answer the internet', ['inbound-open-to-internet']],
  ['security rules that can never decide', ['security-rule-shadowed']],
  ['rules of one priority and routes of one prefix, which Azure refuses', ['conflicting-entries']],
  [
    'no security group, or one where none may be, or one of no use',
    [
      'network-security-group-missing',
      'network-security-group-not-allowed',
      'network-security-group-unattached',
    ],
  ],
  // Exfiltration
  [
    'anything anywhere',
    ['egress-not-restricted', 'firewall-rule-any-any', 'firewall-application-rule-without-source'],
  ],
  [
    'the tags Storage and AzureFrontDoor.Frontend, wildcards and clouds of services',
    ['storage-reachable-anywhere', 'data-can-leave'],
  ],
  ['a service endpoint without its policy', ['service-endpoint-without-policy']],
  [
    'a policy without the alias, in the wrong region, on the wrong subnet',
    ['service-endpoint-policy-without-alias', 'service-endpoint-policy-misplaced'],
  ],
  ['registries whose layers come from any storage account', ['registry-without-data-endpoints']],
  ['goals that cannot be met together', ['goals-contradictory']],
  // Names
  ['forwarders to Azure DNS, a resolver or a proxy', ['dns-forwarder-missing']],
  ['forwarders of privatelink suffixes', ['dns-forwards-privatelink-suffix']],
  ['zones of the wrong name', ['private-dns-zone-wrong']],
  ['zones of a public name that answer for it alone', ['private-dns-zone-hides-names']],
  [
    'rulesets linked to another region, or to the network of the endpoint they forward to',
    ['ruleset-linked-to-other-region', 'ruleset-loops'],
  ],
  ['subnets of resolver endpoints', ['resolver-subnet-unfit']],
  [
    'zones of Azure Monitor without a scope, and two scopes that share names',
    ['monitor-zone-without-private-link-scope', 'private-link-scopes-share-dns'],
  ],
  ['resources outside a scope that allows private access only', ['monitor-outside-private-only-scope']],
  [
    'accounts of others that resolve to nothing in a linked zone',
    'Accounts of others are not part of a design',
  ],
  [
    'browsers with DNS over HTTPS, and leases that are to be renewed',
    'Settings of machines are not part of a design',
  ],
  // Addresses and subnets
  [
    'subnets that are full, too small, overlapping or outside',
    ['subnet-exhausted', 'subnet-too-small', 'subnet-overlap', 'subnet-outside-network'],
  ],
  ['ranges that Azure, Docker or AKS keep', ['forbidden-address-range']],
  ['ranges of clusters', ['kubernetes-range-unfit']],
  ['address spaces that are peered or meet in a hub', ['address-space-overlap']],
  ['limits of the platform', ['platform-limit-exceeded']],
  ['names and neighbours of subnets that Azure fixes', ['subnet-name-fixed']],
  [
    'route tables where none may be, default routes of gateways, firewalls and application gateways',
    ['route-table-not-allowed'],
  ],
  ['NAT gateways where none may be', ['nat-gateway-not-allowed']],
  ['default outbound access, which new networks lack', ['default-outbound-access']],
  ['computes beside endpoints', ['compute-shares-subnet-with-endpoints']],
  // Routing and peering
  [
    'both halves, connected, with the transit of gateways',
    ['peering-one-sided', 'peering-not-connected', 'gateway-transit-refused'],
  ],
  ['peerings that know less than the remote network has', ['peering-leaves-out']],
  ['next hops that nothing has', ['next-hop-unknown']],
  ['routes that are meant for endpoints and that these do not heed', ['private-endpoint-bypasses-route']],
  // Firewalls
  ['what a tier cannot do', ['firewall-tier-unfit']],
  ['a firewall that Azure would not deploy', ['firewall-without-public-address']],
  ['a way for people whom a Bastion leads to a machine', ['jump-box-cut-off']],
  ['a Bastion that Azure would not deploy', ['bastion-without-public-address']],
  ['host names in network rules', ['firewall-host-rule-unfit']],
  // Clusters of Kubernetes
  ['an outbound type whose way is missing', ['egress-missing']],
  [
    'public ways out, public API servers, networking that is retired',
    ['kubernetes-egress-public', 'kubernetes-api-public', 'kubernetes-networking-retired'],
  ],
  ['ports of the router and the models within the subnet', ['kubernetes-subnet-traffic-blocked']],
  [
    'three nodes for high availability, local accounts',
    'Availability and accounts of clusters are not network isolation',
  ],
  // Endpoints and the managed network
  ['scoring endpoints that answer the internet', ['online-endpoint-public']],
  ['per-deployment egress: open, or out of date', ['online-deployment-egress']],
  [
    'vaults and further storage through per-deployment egress',
    'What a deployment reads besides its model is not part of a design',
  ],
  ['a deployment that cannot reach the workspace, its storage or registry', ['required-outbound-blocked']],
  ['endpoints that a managed network does not make by itself', ['managed-network-way-missing']],
  ['rules that a managed network refuses', ['managed-network-rule-refused']],
  ['private and service endpoint on one target of a managed network', ['managed-network-target-doubled']],
  ['a managed network that lets everything out against the goals', ['data-can-leave']],
  ['people behind a managed network who open notebooks', ['studio-storage-endpoint-missing']],
  [
    'modes that cannot be taken back, and approval rights',
    'A design shows one state, and no role assignments',
  ],
  // Flags
  ['the v1 legacy mode', ['workspace-legacy-mode']],
  ['the admin user and quarantine of registries', ['registry-admin-user', 'registry-quarantine']],
  ['storage that admits single addresses', ['storage-address-rules']],
  ['a public workspace with closed storage', ['public-workspace-closed-storage']],
  [
    'services that a workspace does not name, or that do not exist',
    ['workspace-without-dependency', 'reference-dangling'],
  ],
  ['high business impact, which needs the vault of Batch', ['required-outbound-blocked']],
];

const ids = new Set(allRules.map(({ id }) => id));

describe('what the pages warn of', () => {
  it.each(covered)('%s: a rule finds it, or a reason says why none can', (_, by) => {
    if (typeof by === 'string') expect(by).toMatch(/^[A-Z].{20,}[^.]$/);
    else expect(by.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('is what every rule is for', () => {
    const named = new Set(covered.flatMap(([, by]) => (typeof by === 'string' ? [] : by)));
    expect([...ids].filter((id) => !named.has(id))).toEqual([]);
  });

  it('is listed once', () => {
    expect(new Set(covered.map(([line]) => line)).size).toBe(covered.length);
  });
});
