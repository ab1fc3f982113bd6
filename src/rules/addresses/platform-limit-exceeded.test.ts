import { design, type Properties, testRule } from '#testing';
import { platformLimitExceeded } from './platform-limit-exceeded.ts';

const tagRoutes = (count: number): Properties<'route-table'> => ({
  routes: Array.from({ length: count }, (_, at) => ({
    name: `route-${at}`,
    addressPrefix: at === 0 ? '10.9.0.0/16' : `AzureMachineLearning.region${at}`,
    nextHopType: 'Internet',
  })),
});

const zone = 'privatelink.blob.core.windows.net';
const registering = (names: readonly string[]) =>
  names.reduce(
    (builder, name) =>
      builder.add('private-dns-zone', name, undefined, {
        virtualNetworkLinks: [{ name: 'link', virtualNetwork: 'vnet', registrationEnabled: true }],
      }),
    design().virtualNetwork('vnet', '10.0.0.0/16'),
  );

testRule(platformLimitExceeded, {
  valid: {
    'twenty-five routes with service tags beside another': {
      design: design().inRegion('route-table', 'rt', tagRoutes(26)),
      passes: 1,
    },
    'few of everything': { design: design().inRegion('route-table', 'rt', tagRoutes(3)), passes: 0 },
    'one zone that registers machines': { design: registering(['corp.example']), passes: 1 },
  },
  invalid: {
    'more routes with service tags': {
      design: design().inRegion('route-table', 'rt', tagRoutes(27)),
      findings: [
        {
          at: 'rt',
          message: 'exceeded',
          severity: 'error',
          text: 'rt goes beyond a limit: Routes with a service tag of a route table: 26, of which Azure allows 25',
        },
      ],
    },
    'two zones that register the machines of one network': {
      design: registering(['corp.example', 'lab.example']),
      findings: [
        {
          at: 'vnet',
          message: 'exceeded',
          text: 'vnet goes beyond a limit: Zones that a virtual network registers its machines in: 2, of which Azure allows 1',
        },
      ],
    },
    'two zones of one name in a zone group': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet', 'vnet', '10.0.0.0/24')
        .add('private-dns-zone', 'one', undefined, { virtualNetworkLinks: [] })
        .add('private-dns-zone', 'two', undefined, { virtualNetworkLinks: [] })
        .set('one', { name: zone })
        .set('two', { name: zone })
        .inRegion('storage-account', 'st')
        .privateEndpoint('st', 'blob', 'snet', ['one', 'two']),
      findings: [
        {
          at: 'pe-st-blob',
          message: 'exceeded',
          text: 'pe-st-blob goes beyond a limit: Zones of one name in a private DNS zone group: 2, of which Azure allows 1',
        },
      ],
    },
  },
});
