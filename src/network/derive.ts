import type { Design } from '#model';
import type { Network } from './network.ts';

const networks = new WeakMap<Design['resources'], { readonly design: Design; readonly network: Network }>();

/** The network of a design. Nothing is computed before it is asked for; what was computed is kept. */
export const deriveNetwork = (design: Design): Network => {
  const known = networks.get(design.resources);
  if (known && known.design.source === design.source && known.design.goals === design.goals)
    return known.network;
  const network = buildNetwork(design);
  networks.set(design.resources, { design, network });
  return network;
};

function buildNetwork(design: Design): Network {
  const notDerived = { hops: [], missing: [], assumptions: [] };
  return {
    design,
    addressing: (subnet) => ({
      subnet,
      capacity: 0,
      used: 0,
      free: 0,
      uses: [],
      isSizedByAzure: false,
      arithmetic: '',
    }),
    addressesOf: () => [],
    routesOf: () => [],
    securityRulesOf: () => [],
    egressOf: () => ({ by: 'unknown', text: '' }),
    subnetOf: () => undefined,
    peersOf: () => [],
    resolve: (_from, name) => ({ ...notDerived, name, outcome: 'cannot-tell', addresses: [] }),
    trace: () => ({ ...notDerived, verdict: 'cannot-tell', blockers: [] }),
    requiredFlows: () => [],
  };
}
