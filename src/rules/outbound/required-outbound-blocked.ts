import { type Design, enclosing, findOfKind, flatMapped, type ResourceId } from '#model';
import type { Destination, Fate, Hop, PacketQuery, RequiredFlow } from '#network';
import { hasManagedNetwork, missingComputes, workspacesOf, workspacesWithoutComputes } from '../estate.ts';
import { concerned, inOrder, labelOf, listed } from '../labels.ts';
import { shareGateway } from '../routing/share-gateway.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import {
  apartFrom,
  blockersOf,
  closedPeeringOf,
  type DeadEnd,
  deadEndOf,
  doubtOfFlow,
  isKeptApart,
  isOfMonitor,
  isToldElsewhere,
  judgedWay,
  nameFlows,
  softwareOf,
} from './judged-flows.ts';
import { openFix } from './open-fix.ts';
import { openRemedy } from './open-remedy.ts';

/** Where the flow goes, in few words: `UDP 5831 to AzureMachineLearning`. */
export const wordsOf = ({ design }: RuleContext, flow: RequiredFlow): string => {
  const { serviceTag, resource, groupId, hosts, address } = flow.to;
  const part = flow.member ?? groupId;
  const service = resource && `${labelOf(design, resource)}${part ? ` (${part})` : ''}`;
  const place = service ?? serviceTag ?? hosts?.[0] ?? address ?? 'its destination';
  return `${flow.protocol.toUpperCase()} ${flow.port} to ${place}`;
};

/** Of a service that is not reached at its main address either, only that. */
function withoutParts(flows: readonly RequiredFlow[]): readonly RequiredFlow[] {
  const placeOf = ({ to, port }: RequiredFlow) => `${to.resource}/${to.groupId}/${port}`;
  const whole = new Set(flows.filter(({ member }) => member === undefined).map(placeOf));
  return flows.filter((flow) => flow.member === undefined || !whole.has(placeOf(flow)));
}

/** The same words for all who need the same, made once. */
function wordsIn(context: RuleContext): (flow: RequiredFlow) => string {
  const known = new Map<Destination, Map<number, string>>();
  return (flow) => {
    const { to, protocol, port } = flow;
    const ofPlace = known.get(to) ?? new Map<number, string>();
    if (ofPlace.size === 0) known.set(to, ofPlace);
    const way = protocol === 'Tcp' ? port : -1 - port;
    const words = ofPlace.get(way) ?? wordsOf(context, flow);
    ofPlace.set(way, words);
    return words;
  };
}

/** The same sentence for all to whom the same passes, made once. */
function passagesIn(): (flows: ReadonlySet<string>) => string {
  const known = new Map<string, string>();
  return (flows) => {
    const asFound = [...flows].join('; ');
    const passages = known.get(asFound) ?? `Passes: ${[...flows].sort().join('; ')}`;
    known.set(asFound, passages);
    return passages;
  };
}

/** How many places flows go to, and which, where they are few: whichever ports that takes at one of them. */
function inCount(flows: readonly string[]): string {
  const places = [...new Set(flows.map((flow) => flow.slice(flow.indexOf(' to ') + 4)))];
  const few = places.length <= mostPlaces ? ` (${listed(places)})` : '';
  return `${places.length} ${places.length === 1 ? 'destination' : 'destinations'}${few}`;
}

const mostPlaces = 3;

/** Whether nothing leaves by it, whatever its rules say. */
const isWithoutAddress = (design: Design, id: ResourceId): boolean =>
  findOfKind(design, id, 'azure-firewall')?.publicIPAddresses?.length === 0;

const needs = (computes: readonly string[]) => (computes.length === 1 ? 'needs' : 'need');

const isNetwork = (design: Design, id: ResourceId) => findOfKind(design, id, 'virtual-network') !== undefined;

interface Blocked {
  readonly flows: RequiredFlow[];
  hops: readonly Hop[];
}

export const requiredOutboundBlocked = defineRule({
  id: 'required-outbound-blocked',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Required outbound traffic is blocked',
  holds:
    'Security groups, routes, firewalls and peerings let computes and people through to every place that they need',
  remedy: 'Allow each flow that is listed, at the object that the finding stands at.',
  messages: {
    one: (f: { blocker: string; flow: string; computes: readonly string[] }) =>
      `${f.flow} is blocked by ${f.blocker}: ${concerned(f.computes)} ${needs(f.computes)} it`,
    noWay: (f: { computes: readonly string[]; services: readonly string[]; reason: string }) =>
      `${concerned(f.computes)} cannot reach ${listed(f.services)}: ${f.reason}`,
    several: (f: { blocker: string; flows: readonly string[]; computes: readonly string[] }) =>
      `${f.blocker} blocks ${inCount(f.flows)} that ${concerned(f.computes)} ${needs(f.computes)}`,
    nothingLeaves: (f: { blocker: string; flows: readonly string[]; computes: readonly string[] }) =>
      `Nothing gets out through ${f.blocker}, which has no public IP address: ${concerned(f.computes)} ${needs(f.computes)} ${inCount(f.flows)} behind it`,
  },

  *check(context) {
    const { design, network } = context;
    const wordsFor = wordsIn(context);
    for (const workspace of workspacesWithoutComputes(context).filter((one) => !hasManagedNetwork(one)))
      yield missingComputes(workspace);
    const managed = new Set(
      flatMapped(workspacesOf(design), ({ id }) => network.managedNetworkOf(id)?.sources ?? []),
    );
    const blocked = new Map<ResourceId, Blocked>();
    const unreached = new Map<ResourceId, DeadEnd & Blocked>();
    const delivered = new Map<ResourceId, Set<string>>();
    const block = (id: ResourceId, flow: RequiredFlow, query: PacketQuery) => {
      const entry = blocked.get(id) ?? { flows: [], hops: network.trace(query).hops };
      entry.flows.push(flow);
      blocked.set(id, entry);
    };
    const lose = (end: DeadEnd, flow: RequiredFlow, query: PacketQuery) => {
      const entry = unreached.get(end.at) ?? { ...end, hops: network.trace(query).hops, flows: [] };
      entry.flows.push(flow);
      unreached.set(end.at, entry);
    };
    for (const flows of nameFlows(context)) {
      const traced = flows.map((flow) => ({ flow, fate: network.fateOf(flow) }));
      const [first] = traced;
      const apart = traced.map(({ flow, fate }) => apartFrom(context, flow, fate));
      const [end] = apart;
      if (first && end && apart.every((one) => one !== undefined)) lose(end, first.flow, first.flow);
      const closed = first && closedPeeringOf(context, first.fate);
      if (closed && traced.every(({ fate }) => closedPeeringOf(context, fate)))
        lose(
          { at: closed, reason: `peering ${labelOf(design, closed)} does not let it pass` },
          first.flow,
          first.flow,
        );
      if (traced.some(({ fate }) => isKeptApart(context, fate))) continue;
      // One server that answers is enough.
      if (traced.some(({ fate }) => blockersOf(context, fate).length === 0)) continue;
      for (const { flow, fate } of traced)
        for (const id of blockersOf(context, fate))
          if (!isToldElsewhere(context, flow, id)) block(id, flow, flow);
    }
    for (const fates of network.requiredFates()) {
      const passing = new Set<string>();
      const pass = (flow: RequiredFlow) => {
        if (passing.size === 0) delivered.set(flow.from, passing);
        passing.add(wordsFor(flow));
      };
      const stopped: (readonly [RequiredFlow, Fate])[] = [];
      fates.forEach((fate, flow) => {
        if (softwareOf(flow) !== undefined) return;
        if (fate.verdict === 'delivered') pass(flow);
        else stopped.push([flow, fate]);
      });
      for (const [flow, known] of stopped) {
        const way = judgedWay(context, flow, known);
        // That monitoring has no endpoint in reach is a finding of its own.
        if (!way || (isOfMonitor(flow) && known.verdict === 'no-name')) continue;
        const { query, fate } = way;
        if (fate.verdict === 'delivered') {
          pass(flow);
          continue;
        }
        // Where no route leads there, to open what stands before it would settle nothing.
        const isApart = flow.to.resource !== undefined && fate.blockers.some((id) => isNetwork(design, id));
        const blockers = isApart ? [] : blockersOf(context, fate);
        for (const id of blockers) if (!isToldElsewhere(context, flow, id)) block(id, flow, query);
        const isFromInternet = enclosing(design, flow.from, 'internet') !== undefined;
        // Of managed networks another rule speaks.
        if (managed.has(flow.from)) continue;
        const end = isFromInternet ? undefined : deadEndOf(context, flow, way);
        if (end) lose(end, flow, query);
        if (fate.verdict === 'cannot-tell' && blockers.length === 0)
          for (const missing of fate.missing) yield cannotTell(flow.from, missing);
      }
    }
    const passagesOf = passagesIn();
    for (const [from, flows] of delivered) yield passed(from, passagesOf(flows));
    for (const { at, reason, flows, hops } of unreached.values()) {
      const computes = [...new Set(flows.map(({ from }) => from))].sort();
      const services = [
        ...new Set(flows.map(({ to, purpose }) => (to.resource ? labelOf(design, to.resource) : purpose))),
      ].sort();
      yield {
        at: [at, ...computes.filter((one) => one !== at)],
        message: 'noWay',
        remedy: findOfKind(design, at, 'virtual-network-peering')
          ? 'Let the peering pass it: allow virtual network access on both halves and, for those who come through a gateway, gateway transit on the half beside it and the use of remote gateways on the other.'
          : 'Join the networks, by a peering or through a firewall, or give the services an endpoint where the computes are.',
        fix: shareGateway(design, at, computes),
        facts: { computes: computes.map((one) => labelOf(design, one)).sort(inOrder), services, reason },
        evidence: [...new Set(flows.map((flow) => `${wordsFor(flow)}: ${flow.purpose}`))].sort(),
        hops,
      };
    }
    for (const [id, { flows: all, hops }] of blocked) {
      const confirmed = all.filter((flow) => doubtOfFlow(context, flow) === undefined);
      const flows = confirmed.length > 0 ? confirmed : all;
      const computes = [...new Set(flows.map(({ from }) => from))].sort();
      const names = computes.map((one) => labelOf(design, one)).sort(inOrder);
      const words = [...new Set(withoutParts(flows).map(wordsFor))].sort();
      const [first = ''] = words;
      const fix = openFix(context, id, flows);
      const found = {
        at: [id, ...computes],
        remedy: fix ? undefined : openRemedy(context, id, flows),
        evidence: [...new Set(flows.map((flow) => `${wordsFor(flow)}: ${flow.purpose}`))].sort(),
        hops,
        doubt: flows.map((flow) => doubtOfFlow(context, flow)).find((doubt) => doubt !== undefined),
        fix,
      };
      const facts = { blocker: labelOf(design, id), computes: names };
      if (isWithoutAddress(design, id))
        yield { ...found, message: 'nothingLeaves', facts: { ...facts, flows: words } };
      else if (words.length === 1) yield { ...found, message: 'one', facts: { ...facts, flow: first } };
      else yield { ...found, message: 'several', facts: { ...facts, flows: words } };
    }
  },
});
