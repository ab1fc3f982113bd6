import { labelOf } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';
import { reachOfInternet, reachOfStorage, senderSubnets, storageEndpointOf, whatHolds } from './reach.ts';

export const storageReachableAnywhere = defineRule({
  id: 'storage-reachable-anywhere',
  category: 'Exfiltration',
  severity: () => 'error',
  title: 'Computes can write to any storage account',
  holds: 'Computes can write to approved storage accounts only',
  remedy:
    'Enable the service endpoint Microsoft.Storage on the subnet with a service endpoint policy that admits /services/Azure/MachineLearning, and keep storage out of the firewall’s rules.',
  messages: {
    open: (f: { subnet: string }) =>
      `Computes in ${f.subnet} can write to any storage account: the tag Storage is open`,
  },

  *check(context) {
    const { design, network, goals } = context;
    if (goals.exfiltrationPrevention === 'off') return;
    for (const subnet of senderSubnets(context).keys()) {
      // Where everything is open, that one finding is enough.
      if (reachOfInternet(context, subnet)?.is === 'reached' || storageEndpointOf(context, subnet).endpoint)
        continue;
      const reach = reachOfStorage(context, subnet);
      if (reach?.is === 'unknown') for (const missing of reach.missing) yield cannotTell(subnet, missing);
      else if (reach?.is === 'held') yield passed(subnet, whatHolds(context, reach.packet));
      else if (reach?.is === 'reached') {
        const { hops } = network.trace(reach.packet);
        yield {
          at: subnet,
          message: 'open',
          facts: { subnet: labelOf(design, subnet) },
          hops,
          evidence: hops.map(({ place, text }) => `${place}: ${text}`),
        };
      }
    }
  },
});
