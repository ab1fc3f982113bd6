import { expect, it } from 'vitest';
import { compareDesigns, type Design, edits, type ResourceId } from '#model';
import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { egressMissing } from './egress-missing.ts';

const cutOff = () => isolatedWorkspace().set('snet-training', { natGateway: undefined });

/** A cluster that leaves as its subnet does. */
const cluster = (outboundType: 'userDefinedRouting' | 'loadBalancer') =>
  isolatedWorkspace()
    .subnet('snet-aks', 'vnet-ml', '10.0.3.0/24', { defaultOutboundAccess: false })
    .add('kubernetes-cluster', 'aks', 'snet-aks', {
      workspaces: ['mlw'],
      enablePrivateCluster: true,
      outboundType,
    })
    .securityGroup('nsg-aks', [], 'snet-aks');
/** No way out of the network of the computes, and a firewall in another one. */
const beside = () =>
  cutOff()
    .virtualNetwork('vnet-hub', '10.1.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet-hub', '10.1.0.0/26')
    .add('azure-firewall', 'afw-hub', 'AzureFirewallSubnet', { privateIPAddress: '10.1.0.4' });
const bypass = () =>
  isolatedWorkspace()
    .subnet('AzureFirewallSubnet', 'vnet-ml', '10.0.9.0/26')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { privateIPAddress: '10.0.9.4' })
    .set('snet-training', { natGateway: undefined })
    .routeTable(
      'rt',
      [
        {
          name: 'all',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.9.4',
        },
        { name: 'bypass', addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' },
      ],
      'snet-training',
    );
const people = () =>
  isolatedWorkspace()
    .subnet('snet-jump', 'vnet-ml', '10.0.4.0/24', { defaultOutboundAccess: false })
    .add('client', 'engineers', 'snet-jump')
    .securityGroup(
      'nsg-jump',
      [
        securityRule(100, 'Allow', 'Outbound', '*', 'AzureActiveDirectory', '443'),
        securityRule(110, 'Allow', 'Outbound', '*', 'AzureResourceManager', '443'),
        securityRule(120, 'Allow', 'Outbound', '*', 'AzureFrontDoor.Frontend', '443'),
        securityRule(4000, 'Deny', 'Outbound', '*', 'Internet'),
      ],
      'snet-jump',
    );

testRule(egressMissing, {
  valid: {
    'a cluster behind a load balancer of its own': { design: cluster('loadBalancer'), passes: 1 },
    'computes behind a NAT gateway': { design: isolatedWorkspace(), passes: 1 },
    'computes with public IP addresses': {
      design: cutOff()
        .set('ci-research', { enableNodePublicIp: true })
        .set('cpu-cluster', { enableNodePublicIp: true }),
    },
  },
  invalid: {
    'a cluster that routes on its own and has no route': {
      design: cluster('userDefinedRouting'),
      findings: [
        {
          at: ['aks', 'snet-aks'],
          message: 'lost',
          text: 'aks cannot reach *.kusto.windows.net, AzureActiveDirectory and 6 more: aks has outbound type userDefinedRouting',
        },
      ],
    },
    'the same where the goals let data out': {
      design: cluster('userDefinedRouting').goals({
        exfiltrationPrevention: 'off',
        internetOutbound: 'allowed',
      }),
      findings: [
        {
          at: ['aks', 'snet-aks'],
          message: 'lost',
          text: 'aks cannot reach *.kusto.windows.net, AzureActiveDirectory and 6 more: aks has outbound type userDefinedRouting',
          fix: 'Attach nat-ml',
        },
      ],
    },
    'a route past the firewall for computes without public IP addresses': {
      design: bypass(),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'lost',
          text: 'ci-research and cpu-cluster cannot reach AzureMachineLearning: snet-training is a private subnet without a way out',
        },
      ],
    },
    'people in a private subnet': {
      design: people(),
      findings: [
        {
          at: ['snet-jump', 'engineers'],
          message: 'lost',
          text: 'engineers cannot reach AzureActiveDirectory, AzureFrontDoor.Frontend and AzureResourceManager: snet-jump is a private subnet without a way out',
          fix: 'Attach nat-ml',
        },
      ],
    },
    'a private subnet without a way out': {
      design: cutOff(),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Add a NAT gateway',
        },
      ],
    },
    'a firewall in a peered network': {
      design: beside().peering('vnet-hub', 'vnet-ml'),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Route through afw-hub',
        },
      ],
    },
    'a firewall in the same network, and one in a peered one': {
      design: beside()
        .peering('vnet-hub', 'vnet-ml')
        .subnet('snet-firewall', 'vnet-ml', '10.0.9.0/26')
        .set('snet-firewall', { name: 'AzureFirewallSubnet' })
        .add('azure-firewall', 'afw-own', 'snet-firewall'),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Route through afw-own',
        },
      ],
    },
    'a firewall behind a table that has other routes only': {
      design: beside()
        .peering('vnet-hub', 'vnet-ml')
        .routeTable(
          'rt',
          [{ name: 'blackhole', addressPrefix: '192.0.2.0/24', nextHopType: 'None' }],
          'snet-training',
        ),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Route through afw-hub',
        },
      ],
    },
    'a firewall in a network that is not peered': {
      design: beside(),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Add a NAT gateway',
        },
      ],
    },
    'the same where nothing sifts what leaves, so that a NAT gateway would open everything': {
      design: beside().set('snet-training', { networkSecurityGroup: undefined }),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Peer vnet-ml with vnet-hub, and route through afw-hub',
        },
      ],
    },
    'the same where both networks have the same addresses': {
      design: beside()
        .set('snet-training', { networkSecurityGroup: undefined })
        .set('vnet-hub', { addressPrefixes: ['10.0.0.0/15'] }),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
        },
      ],
    },
    'two firewalls in peered networks, of which nobody can tell the one that is meant': {
      design: beside()
        .peering('vnet-hub', 'vnet-ml')
        .virtualNetwork('vnet-other', '10.2.0.0/16')
        .subnet('snet-other', 'vnet-other', '10.2.0.0/26')
        .set('snet-other', { name: 'AzureFirewallSubnet' })
        .add('azure-firewall', 'afw-other', 'snet-other')
        .peering('vnet-other', 'vnet-ml'),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
          fix: 'Add a NAT gateway',
        },
      ],
    },
    'a NAT gateway without an address': {
      design: isolatedWorkspace().set('nat-ml', { publicIPAddresses: [] }),
      findings: [
        {
          at: ['nat-ml', 'snet-training', 'ci-research', 'cpu-cluster'],
          message: 'noAddress',
          text: 'ci-research and cpu-cluster cannot leave snet-training: nat-ml has no public IP address to send from',
          fix: 'Give the NAT gateway an address',
        },
      ],
    },
  },
  undecided: {
    'a NAT gateway whose addresses an export leaves out': {
      design: isolatedWorkspace().set('nat-ml', { publicIPAddresses: undefined }).incomplete(),
      missing: ['the public IP addresses of nat-ml'],
    },
    'a route table that is not shown': {
      design: cutOff().routeTable('rt', [], 'snet-training').set('rt', { presence: 'not-shown' }),
      missing: ['the way out of snet-training: route table rt is not shown'],
    },
  },
});

it('offers a route table that was added since the last check', () => {
  const before = beside().peering('vnet-hub', 'vnet-ml').build();
  const offered = (design: Design) => egressMissing.check(design).failed[0]?.fixes[0]?.changes[0];
  expect(offered(before)).toBe('Add a route table that sends everything to afw-hub (10.1.0.4)');
  const after = edits.addResource(before, {
    id: 'rt-shared' as ResourceId,
    kind: 'route-table',
    name: 'rt-shared',
    parent: 'westeurope' as ResourceId,
    routes: [
      {
        name: 'everything',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.1.0.4',
      },
    ],
  });
  expect(offered(after)).toBe('Attach route table rt-shared to snet-training');
});

it('says before it is made that a route takes a service endpoint and its policy, and rules', () => {
  const before = beside()
    .peering('vnet-hub', 'vnet-ml')
    .set('afw-hub', { ruleCollections: [] })
    .set('snet-training', { serviceEndpoints: [], serviceEndpointPolicies: [] })
    .build();
  const fix = egressMissing.check(before).failed[0]?.fixes[0];
  const ids = ['rt', 'sep'] as ResourceId[];
  const after = fix?.apply(before, () => ids.shift() as ResourceId) ?? before;
  expect(compareDesigns(before, after).added.map(({ kind }) => kind)).toEqual([
    'route-table',
    'service-endpoint-policy',
  ]);
  expect(fix?.changes).toEqual([
    'Add a route table that sends everything to afw-hub (10.1.0.4)',
    'Attach it to snet-training',
    'Allow what its computes require, where afw-hub or a security group denies it',
    'Give snet-training the service endpoint Microsoft.Storage, and service endpoint policy sep-snet-training that admits /services/Azure/MachineLearning',
  ]);
});

it('draws a way out only where it offers one', () => {
  const ghostsOf = (design: Design) =>
    egressMissing.check(design).failed.map(({ fixes, ghosts }) => [fixes.length, ghosts.length]);
  expect(ghostsOf(cutOff().build())).toEqual([[1, 1]]);
  expect(ghostsOf(cutOff().set('snet-training', { networkSecurityGroup: undefined }).build())).toEqual([
    [0, 0],
  ]);
});
