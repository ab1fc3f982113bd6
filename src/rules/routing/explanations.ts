import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const routingExplanations: Explanations = {
  'gateway-transit-refused': {
    why: 'A network uses the gateway of its peer only when the other half allows gateway transit, the peer has a gateway, and the network has none of its own. Azure refuses the peering otherwise.',
    sources: [sources.peering],
  },
  'next-hop-unknown': {
    why: 'A route to an appliance names its address. When nothing in the network or in a peered one has that address, every packet that the route catches is dropped.',
    sources: [sources.routing],
  },
  'peering-not-connected': {
    why: 'A packet crosses a peering where both halves are Connected and both allow access to the remote network. Access is a switch of a half. A half that is Disconnected has lost its other half, and no switch mends it: it is deleted and made again.',
    sources: [sources.peering],
  },
  'peering-leaves-out': {
    why: 'A peering leads to the addresses that it was made or last synchronised with, or to the subnets chosen for it. Packets to any other address of the remote network find no route, although the peering is Connected.',
    sources: [sources.peeringAddressSpace, sources.peering],
  },
  'peering-one-sided': {
    why: 'A peering is two halves, one in each network. With one of them it stays Initiated and carries nothing.',
    sources: [sources.peering],
  },
  'private-endpoint-bypasses-route': {
    why: 'Each private endpoint brings a route of its own for its single address, in its network and in those peered with it. It wins over every shorter route, so that packets pass the firewall by, unless the subnet of the endpoints lets route tables count.',
    sources: [sources.privateEndpointNetworkPolicies, sources.privateEndpointInspection],
  },
  'public-ip-compute-behind-firewall': {
    why: 'The service opens connections to the public address of the compute. When the default route sends the replies to a firewall, it has never seen the connection and drops them: the compute never becomes ready.',
    sources: [sources.behindFirewall],
  },
};
