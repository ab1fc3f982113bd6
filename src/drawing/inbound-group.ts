import { requiredInbound } from '#catalog';
import { findResource, type ResourceId, resourcesOfKind } from '#model';
import type { Network } from '#network';
import { type Chip, chipOf } from './chip.ts';
import type { InternetGroup } from './internet-groups.ts';
import { jointFate, type Sender, worstBySubnet } from './senders.ts';
import { fateFor, worstOf } from './worst-verdict.ts';

/** How the service calls computes that have public addresses. */
const service = requiredInbound
  .filter(({ id }) => id === 'compute-with-public-ip')
  .map(({ from, ports }) => ({ tag: from, port: Number(ports[0]) }));

/** What comes in: people at what is public, the service at computes with public addresses. */
export function inboundGroup(network: Network): readonly InternetGroup[] {
  const chips = [...publicChips(network), ...serviceChips(network)];
  if (chips.length === 0) return [];
  const isClosed = (chip: Chip) => chip.state === 'closed';
  // What is closed has a sign below it: last, so that nothing stands under it.
  const inOrder = [...chips.filter((chip) => !isClosed(chip)), ...chips.filter(isClosed)];
  return [{ id: 'inbound', title: 'In from the internet', chips: inOrder, from: [], meaning: 'inbound' }];
}

/** Who calls a resource from the internet, with the worst of what happens to the packets that this takes. */
function callersOf(network: Network, resource: ResourceId): NonNullable<Chip['callers']> {
  const { design } = network;
  const online = resourcesOfKind(design, 'client').filter(
    ({ parent }) => findResource(design, parent)?.kind === 'internet',
  );
  return online.flatMap(({ id }) => {
    const flows = network.requiredFlows().filter(({ from, to }) => from === id && to.resource === resource);
    if (flows.length === 0) return [];
    return [{ client: id, state: worstOf(flows.map((flow) => network.fateOf(flow).verdict)) }];
  });
}

function publicChips(network: Network): readonly Chip[] {
  const { design } = network;
  const all = [
    ...resourcesOfKind(design, 'workspace'),
    ...resourcesOfKind(design, 'managed-online-endpoint'),
  ].filter((one) => one.presence !== 'not-shown');
  if (all.length === 0) return [];
  const open = all.filter((one) => one.publicNetworkAccess !== 'Disabled');
  if (open.length === 0)
    return [{ id: 'inbound/none', text: 'Public clients', state: 'closed', label: 'Public clients: closed' }];
  const shown = open.length > 4 ? open.slice(0, 3) : open;
  const more = open.length - shown.length;
  return [
    ...shown.map(
      (one): Chip => ({
        id: `inbound/${one.id}`,
        text: one.name,
        state: 'open',
        label: `${one.name}: open to public clients`,
        resource: one.id,
        judged: { by: ['online-endpoint-public', 'public-network-access'], at: [one.id] },
        callers: callersOf(network, one.id),
      }),
    ),
    ...(more > 0
      ? [{ id: 'inbound/more', text: `and ${more} more`, state: 'open', label: `${more} more` } as const]
      : []),
  ];
}

/** One for all subnets with computes that wait for the service; the first subnet is where its line leads. */
function serviceChips(network: Network): readonly Chip[] {
  const { design } = network;
  const computes = [
    ...resourcesOfKind(design, 'compute-instance'),
    ...resourcesOfKind(design, 'compute-cluster'),
  ].filter((one) => one.enableNodePublicIp === true && network.subnetOf(one.id) !== undefined);
  return service.flatMap(({ tag, port }): readonly Chip[] => {
    const senders = computes.flatMap(({ id }): readonly Sender[] => {
      const subnet = network.subnetOf(id);
      const query = { from: id, fromServiceTag: tag, to: { resource: id }, protocol: 'Tcp', port } as const;
      return subnet === undefined ? [] : [{ subnet, fate: fateFor(network.fateOf(query).verdict) }];
    });
    const fate = jointFate(network.design, worstBySubnet(senders), saidOfCalls);
    const { state } = fate;
    const { subnet } = senders.find((one) => state !== 'partly' || one.fate === 'open') ?? {};
    if (subnet === undefined) return [];
    const label = 'Azure ML to computes with public addresses';
    return [
      {
        ...chipOf(`inbound/${tag}`, `Azure ML, TCP ${port}`, fate, label),
        resource: subnet,
        ...(state === 'blocked' || state === 'partly'
          ? { judged: { by: ['required-inbound-missing', 'public-ip-compute-behind-firewall'] } }
          : {}),
      },
    ];
  });
}

const saidOfCalls = {
  open: 'let in',
  blocked: 'required but blocked',
  unknown: 'cannot tell',
  closed: 'closed',
} as const;
