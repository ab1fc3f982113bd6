import { findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Network, RequiredFlow } from '#network';
import { chipOf } from './chip.ts';
import type { InternetGroup } from './internet-groups.ts';
import { isOfStorage, isOutside, leavesByServiceEndpoint, subnetOfFlow } from './outside-flows.ts';
import { type JointFate, jointFate } from './senders.ts';
import { fateFor } from './worst-verdict.ts';

const words = { open: 'open', blocked: 'blocked', unknown: 'cannot tell', closed: 'closed' } as const;

const machineLearningAlias = '/services/azure/machinelearning';

/** Whether anything in a subnet may send: endpoints answer only. What an export leaves out may, too. */
const maySend = ({ design, addressing }: Network, { id, delegations = [] }: ResourceOf<'subnet'>): boolean =>
  !design.source.complete ||
  delegations.length > 0 ||
  addressing(id).uses.some(({ resource }) => findResource(design, resource)?.kind !== 'private-endpoint');

/** Storage that is reached from subnets past every firewall, and what a policy leaves of it. */
export function serviceEndpointGroup(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const holders = resourcesOfKind(design, 'subnet').filter(
    (subnet) =>
      subnet.serviceEndpoints?.some(({ service }) => isOfStorage(service)) && maySend(network, subnet),
  );
  if (holders.length === 0) return [];
  const policies = holders.map((subnet) => subnet.serviceEndpointPolicies ?? []);
  const resources = resourcesOfKind(design, 'service-endpoint-policy')
    .filter((policy) => policies.some((ids) => ids.includes(policy.id)))
    .flatMap((policy) => policy.definitions.flatMap((definition) => definition.serviceResources));
  const aliases = resources.filter((one) => one.toLowerCase() === machineLearningAlias);
  const firsts = new Map<ResourceId, RequiredFlow>();
  for (const flow of network.requiredFlows()) {
    const subnet = isOutside(flow) ? subnetOfFlow(network, flow) : undefined;
    if (subnet !== undefined && !firsts.has(subnet) && leavesByServiceEndpoint(network, subnet, flow))
      firsts.set(subnet, flow);
  }
  // What a security group stops on the way out does not get to the endpoint.
  const senders = [...firsts].map(([subnet, flow]) => ({
    subnet,
    fate: fateFor(network.fateOf(flow).verdict),
  }));
  const reached = jointFate(design, senders, words);
  const others = jointFate(
    design,
    holders.map(({ id, serviceEndpointPolicies = [] }) => ({
      subnet: id,
      fate: serviceEndpointPolicies.length > 0 ? ('closed' as const) : ('open' as const),
    })),
    words,
  );
  const named = new Set(resources.filter((one) => !one.toLowerCase().startsWith('/services/')));
  const chip = (text: string, fate: JointFate) => chipOf(`service-endpoint/${text}`, text, fate);
  return [
    {
      id: 'service-endpoint',
      title: 'Out through the storage service endpoint',
      chips: [
        ...(aliases.length > 0 ? [chip('Azure ML managed storage', reached)] : []),
        ...(named.size > 0
          ? [chip(named.size === 1 ? '1 named account' : `${named.size} named accounts`, reached)]
          : []),
        others.state === 'closed'
          ? chip('Any other storage account', others)
          : {
              ...chip('Any storage account', others),
              judged: { by: ['service-endpoint-without-policy'], at: holders.map(({ id }) => id) },
            },
      ],
      from: holders.map((subnet) => subnet.id),
      meaning: 'service-endpoint',
    },
  ];
}
