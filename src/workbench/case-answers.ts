/** What has to be said of an input, as its answers say it: by which rule, and at which of its names. */
export interface Answer {
  readonly answer: string;
  readonly rule: string;
  /** The least severity that it may be told with. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly at: string;
}

/** What a shallow validator says, and is wrong: any finding of the rule, or one at a name of this form. */
export interface Alarm {
  readonly alarm: string;
  readonly rule: string;
  readonly at?: RegExp;
}

interface Answers {
  readonly mustFind: readonly Answer[];
  readonly mustNotReport: readonly Alarm[];
}

const error = (answer: string, rule: string, at: string): Answer => ({ answer, rule, severity: 'error', at });
const warning = (answer: string, rule: string, at: string): Answer => ({
  answer,
  rule,
  severity: 'warning',
  at,
});
const note = (answer: string, rule: string, at: string): Answer => ({ answer, rule, severity: 'note', at });

/** By the path of the input in the folder of cases; transcribed by hand from the folder's index. */
export const caseAnswers: Readonly<Record<string, Answers>> = {
  'arm-aml-e2e-secure/resources.json': {
    mustFind: [
      error('E1 zone of the vault', 'private-dns-zone-wrong', 'kv-gen-unique-6-28f2'),
      error('E2 subnet of Bastion', 'subnet-too-small', 'AzureBastionSubnet'),
      error('E3 egress is open', 'egress-not-restricted', 'nsg-gen-unique-6-28f2'),
      error('E4 addresses of the cluster', 'compute-has-public-ip', 'cluster001'),
      error('E4 address of the instance', 'compute-has-public-ip', 'gen-unique-6-ci001'),
      warning('W1 storage is public', 'public-network-access', 'stgenunique628f2'),
      warning('W1 vault is public', 'public-network-access', 'kv-gen-unique-6-28f2'),
      warning('W2 monitoring is public', 'monitor-public', 'appi-gen-unique-6-28f2'),
      note('I1 admin of the registry', 'registry-admin-user', 'crgenunique628f2'),
      note('I2 one subnet for all', 'compute-shares-subnet-with-endpoints', 'snet-training'),
      note('I3 queue, table, dfs', 'private-endpoint-optional', 'stgenunique628f2'),
      note('I4 egress of Kubernetes', 'kubernetes-egress-public', 'aks-gen-unique-6-28f2'),
    ],
    mustNotReport: [
      { alarm: 'endpoint missing', rule: 'private-endpoint-missing' },
      { alarm: 'zone missing', rule: 'private-dns-zone-missing' },
      { alarm: 'registry is public', rule: 'public-network-access', at: /^q?cr/ },
      { alarm: 'image builds', rule: 'image-build-compute-missing' },
      { alarm: 'inbound missing', rule: 'required-inbound-missing' },
      { alarm: 'outbound blocked', rule: 'required-outbound-blocked' },
      { alarm: 'unknown tag', rule: 'software-unreachable' },
      { alarm: 'overlap', rule: 'subnet-overlap' },
      { alarm: 'overlap', rule: 'address-space-overlap' },
    ],
  },
  'arm-aml-workspace-vnet/resources.a.json': {
    mustFind: [
      error('A-E1 endpoints of storage', 'private-endpoint-missing', 'sa023ee00c0755c'),
      error('A-E2 endpoint of the vault', 'private-endpoint-missing', 'kv023ee00c0755c'),
      error('A-E3 registry is public', 'public-network-access', 'cr023ee00c0755c'),
      note('A-E3 admin of the registry', 'registry-admin-user', 'cr023ee00c0755c'),
      warning('A-W1 no security group', 'network-security-group-missing', 'sn023ee00c0755c'),
    ],
    mustNotReport: [
      { alarm: 'workspace is incomplete', rule: 'private-endpoint-missing', at: /^q?GEN-UNIQUE-10$/i },
      { alarm: 'names of the workspace', rule: 'private-dns-zone-missing' },
      { alarm: 'names of the workspace', rule: 'private-dns-zone-not-linked' },
      { alarm: 'image builds', rule: 'image-build-compute-missing' },
      { alarm: 'resource that is not deployed', rule: 'reference-dangling' },
    ],
  },
  'arm-aml-workspace-vnet/resources.b.json': {
    mustFind: [
      error('B-E1 nothing reaches the workspace', 'private-endpoint-missing', 'ws1'),
      error('B-E2 dangling subnet', 'reference-dangling', 'sa4170dd81167f7'),
      error('B-E3 vault is open', 'public-network-access', 'kv4170dd81167f7'),
    ],
    mustNotReport: [{ alarm: 'image builds', rule: 'image-build-compute-missing' }],
  },
  'arm-net-fw-forced-tunnel/resources.json': {
    mustFind: [
      error('E1 SSH from anywhere', 'inbound-open-to-internet', 'JumpBox'),
      warning('W1 firewall1 names no source', 'firewall-application-rule-without-source', 'firewall1'),
      warning(
        'W1 tunnelToFirewall names no source',
        'firewall-application-rule-without-source',
        'tunnelToFirewall',
      ),
      warning('W2 any port, anywhere', 'firewall-rule-any-any', 'firewall1'),
      note('I1 JumpboxSubnet', 'network-security-group-missing', 'JumpboxSubnet'),
      note('I1 ServersSubnet', 'network-security-group-missing', 'ServersSubnet'),
    ],
    mustNotReport: [
      { alarm: 'route table of the firewall', rule: 'route-table-not-allowed' },
      { alarm: 'subnets of the firewall', rule: 'subnet-too-small' },
    ],
  },
  'export-psrule-network/Resources.VirtualNetwork.json': {
    mustFind: [
      ...['vnet-B', 'vnet-C', 'vnet-D', 'vnet-E'].map((network) =>
        warning(`no group in ${network}`, 'network-security-group-missing', `${network}/subnet-B`),
      ),
      warning('no group in vnet-G', 'network-security-group-missing', 'vnet-G/subnet-ZZ'),
      warning('no group in vnet-H', 'network-security-group-missing', 'vnet-H/excludedSubnet'),
      error('peer-D is disconnected', 'peering-not-connected', 'vnet-C'),
      note('default outbound of vnet-A', 'default-outbound-access', 'vnet-A/subnet-A'),
      note('default outbound of vnet-B', 'default-outbound-access', 'vnet-B/subnet-A'),
      note('default outbound of vnet-C', 'default-outbound-access', 'vnet-C/subnet-A'),
      note('default outbound of vnet-G', 'default-outbound-access', 'vnet-G/subnet-ZZ'),
      note('default outbound of vnet-H', 'default-outbound-access', 'vnet-H/excludedSubnet'),
      note('default outbound of vnet-H', 'default-outbound-access', 'vnet-H/subnet-A'),
      note('default outbound of vnet-H', 'default-outbound-access', 'vnet-H/subnet-B'),
      error('overlap in vnet-B', 'subnet-overlap', 'vnet-B/AzureBastionSubnet'),
      note('vnet-E and vnet-F share addresses', 'address-space-overlap', 'vnet-E'),
      ...['nsg-B', 'nsg-C', 'nsg-D', 'nsg-E'].map((group) =>
        note(`${group} filters nothing`, 'network-security-group-unattached', group),
      ),
    ],
    mustNotReport: [
      {
        alarm: 'no group in a fixed subnet',
        rule: 'network-security-group-missing',
        at: /AzureFirewallSubnet|GatewaySubnet/,
      },
      {
        alarm: 'no group where there is one',
        rule: 'network-security-group-missing',
        at: /^q?vnet-(?:A|F)\/|^q?vnet-H\/q?subnet-[ABC]$/,
      },
      { alarm: 'attached group', rule: 'network-security-group-unattached', at: /^q?nsg-A$/ },
    ],
  },
};
