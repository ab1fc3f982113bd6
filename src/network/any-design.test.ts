import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, type Resource, type ResourceId } from '#model';
import { isolatedWorkspace } from '#testing';
import { deriveNetwork, type Network } from './index.ts';

const base = isolatedWorkspace()
  .virtualNetwork('hub', '10.8.0.0/16', { dnsServers: ['10.8.1.4'] })
  .subnet('AzureFirewallSubnet', 'hub', '10.8.1.0/26')
  .inRegion('firewall-policy', 'policy', {
    basePolicy: 'policy',
    dnsSettings: { enableProxy: true, servers: ['10.8.1.4'] },
  })
  .add('azure-firewall', 'fw', 'AzureFirewallSubnet', { firewallPolicy: 'policy' })
  .peering('hub', 'vnet-ml')
  .routeTable(
    'rt',
    [
      {
        name: 'out',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.8.1.4',
      },
    ],
    'snet-training',
    'AzureFirewallSubnet',
  )
  .subnet('snet-vm', 'hub', '10.8.2.0/24')
  .add('virtual-machine', 'vm', 'snet-vm', { networkInterfaces: ['vm', 'nic'] })
  .add('network-interface', 'nic', 'snet-vm', { ipConfigurations: [{ name: 'a', subnet: 'snet-vm' }] })
  .add('attached-compute', 'attached', 'snet-vm', { target: 'attached' })
  .add('dns-server', 'dns', 'snet-vm', { virtualMachine: 'vm', forwarders: ['10.8.1.4'] })
  .add('on-premises-network', 'office', undefined, {
    addressPrefixes: ['192.168.0.0/16'],
    dnsServers: ['10.8.1.4'],
  })
  .add('client', 'ada', 'office')
  .add('kubernetes-cluster', 'aks', 'snet-vm', {
    agentPoolProfiles: [{ name: 'p', count: 3 }],
    workspaces: ['mlw'],
  })
  .build();

const ids = [...base.resources.map((one) => one.id), 'nowhere' as ResourceId];

/** Asks everything that can be asked; whatever is answered must be whole. */
function askEverything(network: Network): void {
  const { resources } = network.design;
  for (const { id, kind } of resources) {
    network.addressesOf(id);
    network.subnetOf(id);
    network.peersOf(id);
    network.resolve(id, 'stml.blob.core.windows.net');
    network.securityRulesOf(id, 'Inbound');
    if (kind !== 'subnet') continue;
    const usage = network.addressing(id);
    expect(usage.free).toBe(usage.capacity - usage.used);
    network.routesOf(id);
    network.egressOf(id);
  }
  for (const flow of network.requiredFlows()) {
    const { verdict, hops, blockers, missing } = network.trace(flow);
    expect(verdict === 'cannot-tell').toBe(
      missing.length > 0 && !hops.some((hop) => hop.outcome === 'blocks'),
    );
    expect(verdict === 'delivered').toBe(
      hops.every((hop) => hop.outcome === 'passes') && missing.length === 0,
    );
    if (hops.some((hop) => hop.outcome === 'blocks')) expect(blockers.length).toBeGreaterThan(0);
    expect(network.fateOf(flow)).toEqual({ verdict, blockers, missing });
  }
}

const reference = fc.constantFrom(...ids);
const damage = fc.record({
  id: fc.constantFrom(...base.resources.map((one) => one.id)),
  kind: fc.constantFrom('remove', 'move', 'hide', 'point'),
  to: reference,
  key: fc.constantFrom(
    'target',
    'firewallPolicy',
    'networkSecurityGroup',
    'routeTable',
    'workspace',
    'storageAccount',
    'remoteVirtualNetwork',
    'virtualMachine',
    'networkInterfaces',
  ),
});

function damaged(
  design: Design,
  { id, kind, to, key }: { id: ResourceId; kind: string; to: ResourceId; key: string },
): Design {
  if (kind === 'remove') return { ...design, resources: design.resources.filter((one) => one.id !== id) };
  const changed = (one: Resource): Resource => {
    if (kind === 'move') return { ...one, parent: to };
    if (kind === 'hide') return { ...one, presence: 'not-shown' };
    return key in one ? ({ ...one, [key]: key === 'networkInterfaces' ? [to] : to } as Resource) : one;
  };
  return { ...design, resources: design.resources.map((one) => (one.id === id ? changed(one) : one)) };
}

describe('any design', () => {
  it('is answered, with nothing in it', () => askEverything(deriveNetwork(emptyDesign('nothing'))));

  it('is answered, however damaged, and verdicts agree with hops', () => {
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 5 }), fc.boolean(), (damages, complete) => {
        const start: Design = { ...base, source: { ...base.source, complete } };
        askEverything(deriveNetwork(damages.reduce(damaged, start)));
      }),
      { numRuns: 30 },
    );
  });
});
