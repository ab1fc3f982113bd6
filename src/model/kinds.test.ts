import { describe, expect, it } from 'vitest';
import { kindGroups, kinds, mayLieIn, refusalOf } from './kinds.ts';
import { resourceKinds } from './resource.ts';

describe('kinds', () => {
  it('are the kinds of the schemas, each in a group of the palette', () => {
    expect(Object.keys(kinds).sort()).toEqual([...resourceKinds].sort());
    for (const facts of Object.values(kinds)) expect(kindGroups).toContain(facts.group);
  });

  it('lie in containers that can be reached from the open canvas', () => {
    const reachable = (kind: keyof typeof kinds, depth: number): boolean =>
      kinds[kind].parents.length === 0 ||
      (depth > 0 && kinds[kind].parents.some((parent) => reachable(parent, depth - 1)));
    for (const kind of resourceKinds) expect(reachable(kind, 4), kind).toBe(true);
  });

  it.each([
    ['subnet', 'virtual-network', true],
    ['subnet', 'region', false],
    ['storage-account', 'region', true],
    ['storage-account', 'subnet', false],
    ['private-endpoint', 'subnet', true],
    ['private-dns-zone', undefined, true],
    ['private-dns-zone', 'virtual-network', false],
    ['compute-cluster', 'region', true],
    ['client', 'on-premises-network', true],
  ] as const)('%s in %s: %s', (kind, container, expected) => {
    expect(mayLieIn(kind, container)).toBe(expected);
  });

  it('say why a storage account is refused in a subnet, and what to place there instead', () => {
    expect(refusalOf('storage-account', { kind: 'subnet', name: 'snet-training' })).toBe(
      'Storage account is not placed in a subnet: it lies in a region, and a private endpoint in snet-training gives it an address there.',
    );
    expect(refusalOf('log-analytics', { kind: 'subnet', name: 'snet-training' })).toBe(
      'Log Analytics is not placed in a subnet: it lies in a region, and the private endpoint of an Azure Monitor Private Link Scope in snet-training gives it an address there.',
    );
    expect(refusalOf('storage-account', { kind: 'subnet', name: 'AzureBastionSubnet' })).toBe(
      'Storage account lies in a region, not in a subnet.',
    );
    expect(refusalOf('subnet', { kind: 'subnet', name: 'a' })).toBe(
      'Subnet lies in a virtual network, not in a subnet.',
    );
    expect(refusalOf('azure-firewall', undefined)).toBe(
      'Azure Firewall lies in a subnet or a virtual WAN hub, not on open ground.',
    );
    expect(refusalOf('client', { kind: 'virtual-network', name: 'vnet' })).toBe(
      'Client lies in an on-premises network or the internet or a subnet, not in a virtual network.',
    );
    expect(refusalOf('azure-firewall', { kind: 'subnet', name: 'snet-training' })).toBe(
      'Azure Firewall is deployed only to a subnet named AzureFirewallSubnet; snet-training is another.',
    );
    expect(refusalOf('azure-firewall', { kind: 'subnet', name: 'azurefirewallsubnet' })).toBeUndefined();
    expect(refusalOf('compute-cluster', { kind: 'subnet', name: 'azurebastionsubnet' })).toBe(
      'Azure keeps azurebastionsubnet for Bastion.',
    );
    expect(refusalOf('virtual-machine', { kind: 'subnet', name: 'AzureFirewallManagementSubnet' })).toBe(
      'Azure keeps AzureFirewallManagementSubnet for its own use.',
    );
    expect(refusalOf('bastion', { kind: 'subnet', name: 'AzureBastionSubnet' })).toBeUndefined();
    expect(refusalOf('storage-account', { kind: 'region', name: 'westeurope' })).toBeUndefined();
  });
});
