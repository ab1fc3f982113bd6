import { isolatedWorkspace, testRule } from '#testing';
import { monitorUnreachable } from './monitor-unreachable.ts';

const closed = (ingestion = 'Disabled') =>
  isolatedWorkspace()
    .inRegion('application-insights', 'appi-ml', { publicNetworkAccessForIngestion: ingestion } as never)
    .set('mlw', { applicationInsights: 'appi-ml' });
const scoped = (scopedResources: readonly string[]) =>
  closed().inRegion('azure-monitor-private-link-scope', 'ampls', { scopedResources } as never);

const zone = 'privatelink.monitor.azure.com';
/** The only endpoint of the scope lies in another network; the zone is linked to the computes' all the same. */
const elsewhere = (...links: readonly string[]) =>
  scoped([])
    .set('appi-ml', { publicNetworkAccessForIngestion: 'Enabled' })
    .virtualNetwork('vnet-other', '10.9.0.0/16')
    .subnet('snet-other', 'vnet-other', '10.9.1.0/24')
    .privateDnsZone(zone, ...links)
    .privateEndpoint('ampls', 'azuremonitor', 'snet-other');

testRule(monitorUnreachable, {
  valid: {
    'a network in which no name at all is answered, which is a finding of its own': {
      design: scoped(['appi-ml'])
        .privateDnsZone(zone, 'vnet-ml')
        .privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints', [zone])
        .set('vnet-ml', { dnsServers: ['10.99.0.36'] }),
      passes: 1,
    },
    'a scope in another network, whose zone is not linked here': { design: elsewhere('vnet-other') },
    'public ingestion': { design: closed('Enabled') },
    'a scope with an endpoint': {
      design: scoped(['appi-ml']).privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints'),
      passes: 1,
    },
  },
  invalid: {
    'a zone that is linked and holds no record': {
      design: elsewhere('vnet-ml', 'vnet-other'),
      findings: [
        {
          at: ['ampls', 'vnet-ml', 'ci-research', 'cpu-cluster'],
          message: 'noName',
          text: 'ci-research and cpu-cluster in vnet-ml cannot send logs: names of Azure Monitor do not lead to an endpoint of ampls there',
          severity: 'warning',
        },
      ],
    },
    'no scope at all': {
      design: closed(),
      findings: [
        {
          at: 'appi-ml',
          message: 'closed',
          text: 'appi-ml of mlw refuses public networks, and no private link scope with an endpoint holds it',
        },
      ],
    },
    'a scope without an endpoint': {
      design: scoped(['appi-ml']),
      findings: [
        {
          at: ['appi-ml', 'ampls'],
          message: 'closed',
          text: 'appi-ml of mlw refuses public networks, and no private link scope with an endpoint holds it',
        },
      ],
    },
    'a scope of something else': {
      design: scoped([]).privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints'),
      findings: [
        {
          at: 'appi-ml',
          message: 'closed',
          text: 'appi-ml of mlw refuses public networks, and no private link scope with an endpoint holds it',
        },
      ],
    },
  },
  undecided: {
    'an export without its scopes': {
      design: closed().incomplete(),
      missing: ['the private link scopes that cover Azure Monitor resources'],
    },
  },
});
