import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const group = '/subscriptions/1/resourceGroups/rg';
const account = `${group}/providers/Microsoft.Storage/storageAccounts/st`;
const alias = '/services/Azure/MachineLearning';

/** A private subnet that reaches storage by its service endpoint alone, narrowed by a policy that names these. */
const narrowed = (
  entries: readonly string[],
  service = 'Microsoft.Storage',
  azureId?: string,
): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24', {
      defaultOutboundAccess: false,
      serviceEndpoints: [{ service }],
      serviceEndpointPolicies: ['sep'],
    })
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false })
    .inRegion('storage-account', 'st', azureId === undefined ? {} : { azureId })
    .inRegion('service-endpoint-policy', 'sep', {
      definitions: [{ name: 'd', service: 'Microsoft.Storage', serviceResources: entries }],
    });
const trace = (builder: DesignBuilder, to: Destination) =>
  deriveNetwork(builder.build()).trace({ from: id('ci'), to, protocol: 'Tcp', port: 443 });
const own: Destination = { resource: id('st'), groupId: 'blob' };
const ofMicrosoft: Destination = { serviceTag: 'Storage', hosts: ['*.blob.core.windows.net'] };
const foreign: Destination = { serviceTag: 'Storage', hosts: ['foreign.blob.core.windows.net'] };

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoint-policies-overview; facts 5 */
describe('a service endpoint policy', () => {
  it.each<[string, readonly string[], Destination, string]>([
    ['lets the account that it names pass', [account], own, 'delivered'],
    ['lets no other pass', [`${account}2`], own, 'denied'],
    ['lets no account pass by the alias', [alias], own, 'denied'],
    ['lets a foreign account not pass, alias or not', [account, alias], foreign, 'denied'],
    ['lets storage of Microsoft pass by the alias', [account, alias], ofMicrosoft, 'delivered'],
    ['lets it pass by the alias of all services', ['/services/Azure'], ofMicrosoft, 'delivered'],
    ['lets it not pass without', [account], ofMicrosoft, 'denied'],
    [
      'lets it not pass by the alias of another service',
      ['/services/Azure/DataFactory'],
      ofMicrosoft,
      'denied',
    ],
    ['may let it pass by the alias of Batch', ['/services/Azure/Batch'], ofMicrosoft, 'cannot-tell'],
    ['that names nothing lets no account pass', [], own, 'denied'],
    ['that names nothing lets storage of Microsoft not pass', [], ofMicrosoft, 'denied'],
    ['may name it by its resource group', [group], own, 'cannot-tell'],
  ])('%s', (_, entries, to, verdict) => expect(trace(narrowed(entries), to).verdict).toBe(verdict));

  it('names all accounts of a resource group or subscription', () => {
    const named = (entry: string) => trace(narrowed([entry], 'Microsoft.Storage', account), own).verdict;
    expect(named(group.toUpperCase())).toBe('delivered');
    expect(named('/subscriptions/1')).toBe('delivered');
    expect(named('/subscriptions/12')).toBe('denied');
  });

  it('with the global service endpoint is documented for accounts, and for aliases nowhere', () => {
    expect(trace(narrowed([account], 'Microsoft.Storage.Global'), own).verdict).toBe('delivered');
    expect(trace(narrowed([alias], 'Microsoft.Storage.Global'), ofMicrosoft).verdict).toBe('cannot-tell');
  });

  it('does not hold another subnet, nor what does not go by the endpoint', () => {
    const other = narrowed([alias])
      .set('snet', { defaultOutboundAccess: true })
      .set('st', { parent: 'westus' })
      .add('region', 'westus')
      .set('snet', { serviceEndpoints: [{ service: 'Microsoft.Storage', locations: ['westeurope'] }] });
    expect(trace(other, own).verdict).toBe('delivered');
  });

  it('is not asked where the endpoint is on the firewall’s subnet: there the firewall judges', () => {
    const behind = (targetFqdns: string[]) =>
      narrowed([alias])
        .set('snet', { serviceEndpoints: [], serviceEndpointPolicies: [] })
        .subnet('AzureFirewallSubnet', 'vnet', '10.0.2.0/26', {
          serviceEndpoints: [{ service: 'Microsoft.Storage' }],
        })
        .set('st', {
          networkAcls: { defaultAction: 'Deny', virtualNetworkRules: ['AzureFirewallSubnet'] },
        })
        .add('azure-firewall', 'fw', 'AzureFirewallSubnet', {
          ruleCollections: [
            {
              name: 'rc',
              priority: 100,
              action: 'Allow',
              rules: [
                {
                  ruleType: 'ApplicationRule',
                  name: 'storage',
                  sourceAddresses: ['*'],
                  protocols: [{ protocolType: 'Https', port: 443 }],
                  targetFqdns,
                },
              ],
            },
          ],
        })
        .routeTable(
          'rt',
          [
            {
              name: 'out',
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: '10.0.2.4',
            },
          ],
          'snet',
        );
    expect(trace(behind(['*.blob.core.windows.net']), own).verdict).toBe('delivered');
    expect(trace(behind(['*.queue.core.windows.net']), own)).toMatchObject({
      verdict: 'denied',
      blockers: ['fw'],
    });
  });
});
