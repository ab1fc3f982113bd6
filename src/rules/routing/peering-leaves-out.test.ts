import { design, testRule } from '#testing';
import { peeringLeavesOut } from './peering-leaves-out.ts';

const peered = (...remoteAddressSpace: readonly string[]) =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .virtualNetwork('spoke', '10.1.0.0/16 10.2.0.0/16')
    .peering('hub', 'spoke')
    .set('hub-to-spoke', { remoteAddressSpace });

/** As `peered`, where the remote network has two subnets. */
const withSubnets = (...remoteAddressSpace: readonly string[]) =>
  peered(...remoteAddressSpace)
    .subnet('snet-one', 'spoke', '10.1.4.0/24')
    .subnet('snet-other', 'spoke', '10.1.5.0/24');

testRule(peeringLeavesOut, {
  valid: {
    'a peering of which nothing is said': {
      design: peered().set('hub-to-spoke', { remoteAddressSpace: undefined }),
    },
    'a peering that knows all of the remote network, and more': {
      design: peered('10.1.0.0/16', '10.2.0.0/15'),
      passes: 1,
    },
    'a peering that knows the halves of a prefix': {
      design: peered('10.1.0.0/17', '10.1.128.0/17', '10.2.0.0/16'),
      passes: 1,
    },
    'a peering of chosen subnets, which are all that there are': {
      design: withSubnets('10.1.4.0/24', '10.1.5.0/24').set('spoke', { addressPrefixes: ['10.1.0.0/16'] }),
      passes: 1,
    },
  },
  invalid: {
    'a peering that was not synchronised since the remote network grew': {
      design: peered('10.1.0.0/16'),
      findings: [
        {
          at: ['hub-to-spoke', 'hub'],
          message: 'partly',
          text: 'hub has no route to 10.2.0.0/16 of spoke: peering hub-to-spoke leaves it out',
          fix: 'Plan the peering synchronised',
        },
      ],
    },
    'a peering that leaves out the next hop of the routes': {
      design: peered('10.1.0.0/16')
        .subnet('snet', 'hub', '10.0.1.0/24')
        .routeTable(
          'rt',
          [
            {
              name: 'all',
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: '10.2.0.4',
            },
          ],
          'snet',
        ),
      findings: [
        {
          at: ['hub-to-spoke', 'hub'],
          message: 'partly',
          severity: 'error',
          text: 'hub has no route to 10.2.0.0/16 of spoke: peering hub-to-spoke leaves it out',
        },
      ],
    },
    'a peering of chosen subnets, which leaves out another': {
      design: withSubnets('10.1.4.0/24').set('spoke', { addressPrefixes: ['10.1.0.0/16'] }),
      findings: [
        {
          at: ['hub-to-spoke', 'hub'],
          message: 'partly',
          severity: 'note',
          text: 'hub has no route to 10.1.5.0/24 of spoke: peering hub-to-spoke leaves it out',
          fix: 'Add 10.1.5.0/24 to the peering',
        },
      ],
    },
  },
});
