import { type Design, type ResourceId, resourcesOfKind } from '#model';
import type { Network } from '#network';
import type { Chip, InternetGroup } from './internet-groups.ts';

/** The service tag and port by which the service calls computes that have public addresses. */
const service = { tag: 'AzureMachineLearning', port: 44224 } as const;

/** What comes in: people at what is public, the service at computes with public addresses. */
export function inboundGroup(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const chips = [...publicChips(design), ...serviceChips(network)];
  if (chips.length === 0) return [];
  const isClosed = (chip: Chip) => chip.state === 'closed';
  // What is closed has a sign below it: last, so that nothing stands under it.
  const inOrder = [...chips.filter((chip) => !isClosed(chip)), ...chips.filter(isClosed)];
  return [{ id: 'inbound', title: 'In from the internet', chips: inOrder, from: [], meaning: 'inbound' }];
}

function publicChips(design: Design): readonly Chip[] {
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
  const [first] = computes;
  const subnet = first && network.subnetOf(first.id);
  if (!first || subnet === undefined) return [];
  const verdicts = computes.map(
    ({ id }) =>
      network.fateOf({
        from: id as ResourceId,
        fromServiceTag: service.tag,
        to: { resource: id },
        protocol: 'Tcp',
        port: service.port,
      }).verdict,
  );
  const state = verdicts.every((one) => one === 'delivered')
    ? 'open'
    : verdicts.some((one) => one !== 'delivered' && one !== 'cannot-tell')
      ? 'blocked'
      : 'unknown';
  const said = { open: 'let in', blocked: 'required but blocked', unknown: 'cannot tell' }[state];
  return [
    {
      id: `inbound/${service.tag}`,
      text: `Azure ML, TCP ${service.port}`,
      state,
      label: `Azure ML to computes with public addresses: ${said}`,
      resource: subnet,
    },
  ];
}
