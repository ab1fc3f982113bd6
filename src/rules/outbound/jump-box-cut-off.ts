import { doubtOf, requiredOutbound } from '#catalog';
import {
  type Design,
  findOfKind,
  flatMapped,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
  zonesInGroups,
} from '#model';
import type { Destination, Fate, RequiredFlow } from '#network';
import {
  endpointsOf,
  isShown,
  shownOfKind,
  virtualNetworkOf,
  type Workspace,
  workspacesOf,
} from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { linkZone } from '../private-endpoints/add-endpoint.ts';
import { cannotTell, defineRule, type Fix, passed, type RuleContext } from '../rule.ts';
import { hasNoAddress, wayOutOf } from './add-way-out.ts';
import { blockersOf, endOf } from './judged-flows.ts';
import { openFix } from './open-fix.ts';

/** What studio asks for, as far as a private endpoint serves it. */
const askedOf = (design: Design, { id, storageAccount }: Workspace): readonly Destination[] =>
  [
    { resource: id, groupId: 'amlworkspace' },
    ...(storageAccount === undefined
      ? []
      : ['blob', 'file'].map((groupId) => ({ resource: storageAccount, groupId }))),
  ].filter(({ resource, groupId }) =>
    endpointsOf(design, resource).some(({ groupIds }) => groupIds.includes(groupId)),
  );

const hasFailed = ({ verdict }: Fate): boolean => verdict !== 'delivered' && verdict !== 'cannot-tell';

/** Links what the endpoints are registered in, where Azure DNS answers the network and has no other zone of the name there. */
function linkFix({ design }: RuleContext, home: ResourceId, asked: readonly Destination[]): Fix | undefined {
  const network = findOfKind(design, home, 'virtual-network');
  if (!isShown(network) || (network.dnsServers ?? []).length > 0) return undefined;
  const endpoints = flatMapped(asked, ({ resource, groupId = '' }) =>
    resource === undefined
      ? []
      : endpointsOf(design, resource).filter(({ groupIds }) => groupIds.includes(groupId)),
  );
  const isHere = (zone: ResourceOf<'private-dns-zone'>) =>
    zone.virtualNetworkLinks?.some(({ virtualNetwork }) => virtualNetwork === home) === true;
  const taken = new Set(
    resourcesOfKind(design, 'private-dns-zone')
      .filter(isHere)
      .map(({ name }) => name.toLowerCase()),
  );
  const open = [...new Set(flatMapped(endpoints, zonesInGroups))].flatMap((id) => {
    const zone = findOfKind(design, id, 'private-dns-zone');
    if (!isShown(zone) || taken.has(zone.name.toLowerCase())) return [];
    taken.add(zone.name.toLowerCase());
    return [zone];
  });
  if (open.length === 0) return undefined;
  const label = labelOf(design, home);
  return {
    title: `Link ${open.length === 1 ? 'the zone' : `${open.length} zones`} to ${label}`,
    changes: open.map(({ name }) => `Link ${name} to ${label}`),
    apply: (before) => open.reduce((current, { id }) => linkZone(current, id, home), before),
  };
}

const signIn = requiredOutbound.find(({ id }) => id === 'microsoft-entra-id');

/**
 * Lets flows of a machine pass: by a way out for its subnet where it has none, else by rules at each filter that stops
 * them. Nothing where one of these takes more than rules.
 */
function passFix(context: RuleContext, flows: readonly RequiredFlow[]): Fix | undefined {
  const { network, design } = context;
  const [first] = flows;
  const subnet = first && network.subnetOf(first.from);
  if (subnet === undefined) return undefined;
  const egress = network.egressOf(subnet);
  const lacksAddress = egress.by === 'nat-gateway' && hasNoAddress(design, egress.resource);
  if ((egress.by === 'none' || lacksAddress) && flows.every(({ to }) => to.resource === undefined))
    return wayOutOf(context, subnet, { others: flows, without: lacksAddress ? egress.resource : undefined })
      .fix;
  const held = new Map<ResourceId, RequiredFlow[]>();
  for (const flow of flows) {
    const fate = network.fateOf(flow);
    const stops = blockersOf(context, fate);
    if (stops.length === 0 && hasFailed(fate)) return undefined;
    for (const id of stops) held.set(id, [...(held.get(id) ?? []), flow]);
  }
  const opened = [...held].map(([id, stopped]) => ({ id, fix: openFix(context, id, stopped) }));
  const fixes = flatMapped(opened, ({ fix }) => fix ?? []);
  const [only] = fixes;
  if (!only || fixes.length < opened.length) return undefined;
  return {
    title: `${only.title} in ${listed(opened.map(({ id }) => labelOf(design, id)))}`,
    changes: fixes.flatMap(({ changes }) => changes),
    apply: (before, newId) => fixes.reduce((current, fix) => fix.apply(current, newId), before),
  };
}

/** What studio needs of the internet that does not get out of a machine. */
const withheldOf = ({ network }: RuleContext, machine: ResourceId): readonly RequiredFlow[] =>
  network.studioFlows(machine).filter((flow) => hasFailed(network.fateOf(flow)));

export const jumpBoxCutOff = defineRule({
  id: 'jump-box-cut-off',
  category: 'Outbound',
  severity: () => 'warning',
  title: 'Jump box does not get to the workspace',
  holds: 'The machine that a Bastion leads to reaches the workspace and the sign-in',
  remedy: 'Link the zones to the network of the machine, and let its subnet out to Microsoft Entra ID.',
  messages: {
    names: (f: { machine: string; bastion: string; services: readonly string[]; network: string }) =>
      `${f.machine}, to which ${f.bastion} leads, gets no private address for ${listed(f.services)}: ${f.network} does not resolve the names of the private endpoints`,
    apart: (f: { machine: string; bastion: string; services: readonly string[]; reason: string }) =>
      `${f.machine}, to which ${f.bastion} leads, does not reach ${listed(f.services)}: ${f.reason}`,
    signIn: (f: { machine: string; bastion: string; workspaces: readonly string[]; reason: string }) =>
      `${f.machine}, to which ${f.bastion} leads, cannot sign in to ${listed(f.workspaces)}: ${f.reason}`,
    studio: (f: { machine: string; bastion: string; reason: string }) =>
      `${f.machine}, to which ${f.bastion} leads, signs in but does not open studio: ${f.reason}`,
  },

  *check(context) {
    const { design, network } = context;
    const bastions = shownOfKind(design, 'bastion');
    const boxes = new Map(network.jumpBoxes().map((box) => [box.machine, box]));
    for (const { id: from, name: machine } of boxes.size === 0
      ? []
      : shownOfKind(design, 'virtual-machine')) {
      const box = boxes.get(from);
      const bastion = bastions.find(({ id }) => box?.bastions.includes(id));
      const door = network.studioFlows(from).find(({ requirement }) => requirement === signIn?.id);
      if (!box || !bastion || !door) continue;
      const isUsed = new Map(box.workspaces.map(({ id, isNear }) => [id, isNear]));
      const used = workspacesOf(design).filter(({ id }) => isUsed.has(id));
      const workspaces = used.filter(({ id }) => isUsed.get(id) === true);
      const facts = { machine, bastion: bastion.name };
      const home = virtualNetworkOf(design, from);
      const unnamed: Destination[] = [];
      let isSound = true;
      for (const to of flatMapped(workspaces, (one) => askedOf(design, one))) {
        const way = { from, protocol: 'Tcp', port: 443 } as const;
        const fate = network.fateOf({ ...way, to });
        if (fate.verdict === 'delivered') continue;
        isSound = false;
        if (!hasFailed(fate)) {
          for (const fact of fate.missing) yield cannotTell(from, fact);
          continue;
        }
        const [near] = endpointsOf(design, to.resource ?? from).filter(({ id, groupIds }) => {
          const place = virtualNetworkOf(design, id);
          return groupIds.includes(to.groupId ?? '') && place !== undefined && box.reach.has(place);
        });
        const address = near && network.addressAt(near.id, to);
        const past = address === undefined ? undefined : { ...way, to: { address } };
        if (!past || network.fateOf(past).verdict === 'delivered') {
          unnamed.push(to);
          continue;
        }
        const { hops } = network.trace(past);
        yield {
          at: from,
          message: 'apart',
          facts: {
            ...facts,
            services: [labelOf(design, to.resource ?? from)],
            reason: endOf(hops, from)?.reason ?? 'nothing leads there',
          },
          hops,
          remedy: 'Let the packet pass at what stops it.',
          fix: passFix(context, [
            {
              ...past,
              id: `${from} → ${address} tcp/443`,
              purpose: labelOf(design, to.resource ?? from),
              access: 'not-classified',
            },
          ]),
        };
      }
      const [first] = unnamed;
      if (first && home !== undefined)
        yield {
          at: [from, home],
          message: 'names',
          facts: {
            ...facts,
            services: [...new Set(unnamed.map(({ resource }) => labelOf(design, resource ?? from)))].sort(
              inOrder,
            ),
            network: labelOf(design, home),
          },
          hops: network.trace({ from, protocol: 'Tcp', port: 443, to: first }).hops,
          remedy:
            'Link the private DNS zones of the endpoints to that network, or let its DNS servers forward their names to a network that has them.',
          fix: linkFix(context, home, unnamed),
        };
      const entry = network.fateOf(door);
      if (hasFailed(entry)) {
        isSound = false;
        const { hops } = network.trace(door);
        yield {
          at: from,
          message: 'signIn',
          facts: {
            ...facts,
            workspaces: used.map(({ id }) => labelOf(design, id)).sort(inOrder),
            reason: endOf(hops, from)?.reason ?? 'nothing leads to Microsoft Entra ID',
          },
          hops,
          doubt: signIn && doubtOf(signIn),
          remedy:
            'Give the subnet of the machine a way out, by a route to a firewall or a NAT gateway, that lets through what studio needs: AzureActiveDirectory, AzureResourceManager, and the host names of studio.',
          fix: passFix(context, network.studioFlows(from)),
        };
      }
      if (entry.verdict === 'cannot-tell') {
        isSound = false;
        for (const fact of entry.missing) yield cannotTell(from, fact);
      }
      const held = entry.verdict === 'delivered' ? withheldOf(context, from) : [];
      const [shut] = held;
      if (shut) {
        isSound = false;
        const { hops } = network.trace(shut);
        yield {
          at: from,
          message: 'studio',
          facts: { ...facts, reason: endOf(hops, from)?.reason ?? 'nothing leads there' },
          hops,
          remedy: 'Let the subnet of the machine out to what studio needs beside the sign-in, too.',
          fix: passFix(context, held),
        };
      }
      if (isSound && workspaces.length > 0)
        yield passed(
          from,
          `${bastion.name} leads to it, and it to ${listed(workspaces.map(({ id }) => labelOf(design, id)).sort(inOrder))}`,
        );
    }
  },
});
