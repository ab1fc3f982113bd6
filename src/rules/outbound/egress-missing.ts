import { type Design, findOfKind, findResource, flatMapped, type ResourceId } from '#model';
import type { Fate, Hop, RequiredFlow } from '#network';
import { computesInSubnets, hasPublicIp, isShown, type MachineLearningCompute } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { unseen } from '../missing.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { hasNoAddress, wayOutOf } from './add-way-out.ts';
import { blockersOf, endOf, softwareOf, subnetOfFlow } from './judged-flows.ts';

/** The list itself says so. */
const isEmptied = (design: Design, id: ResourceId | undefined): boolean =>
  findOfKind(design, id, 'nat-gateway')?.publicIPAddresses?.length === 0;

/** What does not get out although its subnet may have a way: where it ends, who is concerned, and what they asked for. */
interface CutOff {
  readonly at: ResourceId;
  readonly reason: string;
  readonly hops: readonly Hop[];
  readonly subnet: ResourceId | undefined;
  readonly senders: Set<ResourceId>;
  readonly places: Set<string>;
}

/** Of required flows to the internet those to whose ends no route leads. */
const lostFlows = (fates: ReadonlyMap<RequiredFlow, Fate>) => {
  const lost: (readonly [RequiredFlow, Fate])[] = [];
  fates.forEach((fate, flow) => {
    if (fate.verdict === 'no-route' && flow.to.resource === undefined && softwareOf(flow) === undefined)
      lost.push([flow, fate]);
  });
  return lost;
};

/** Required flows to the internet that no filter holds back and that get lost all the same, by where they end. */
function cutOffs(context: RuleContext, told: ReadonlySet<ResourceId>): readonly CutOff[] {
  const { design, network } = context;
  const found = new Map<string, CutOff>();
  for (const [flow, fate] of flatMapped(network.requiredFates(), lostFlows)) {
    const { from, to } = flow;
    if (told.has(from) || blockersOf(context, fate).length > 0) continue;
    const { hops } = network.trace(flow);
    const end = endOf(hops, from);
    // A peering that is not connected is a finding of its own.
    if (!end || findResource(design, end.at)?.kind === 'virtual-network-peering') continue;
    const subnet =
      subnetOfFlow(context, flow) ?? findOfKind(design, findResource(design, from)?.parent, 'subnet')?.id;
    const key = `${end.at} ${end.reason}`;
    const entry = found.get(key) ?? {
      ...end,
      hops,
      subnet,
      senders: new Set(),
      places: new Set(),
    };
    entry.senders.add(from);
    entry.places.add(to.serviceTag ?? to.hosts?.[0] ?? to.address ?? '');
    found.set(key, entry);
  }
  return [...found.values()];
}

/** What is drawn where the way out would be. */
const ghosts = {
  'nat-gateway': { kind: 'nat-gateway', name: 'NAT gateway' },
  'route-table': { kind: 'route-table', name: 'Route table' },
} as const;

const remedyWithinGoals =
  'Give the subnet a route to a firewall: a NAT gateway would open every place on the internet, against the goals.';

export const egressMissing = defineRule({
  id: 'egress-missing',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Computes have no way out',
  holds: 'The computes have a way out to what Azure Machine Learning requires',
  remedy: 'Give the subnet a NAT gateway, or a route to a firewall.',
  messages: {
    none: (f: { subnet: string; computes: string }) =>
      `${f.computes} cannot leave ${f.subnet}: it has no way out`,
    noAddress: (f: { subnet: string; computes: string; gateway: string }) =>
      `${f.computes} cannot leave ${f.subnet}: ${f.gateway} has no public IP address to send from`,
    lost: (f: { computes: string; places: readonly string[]; reason: string }) =>
      `${f.computes} cannot reach ${listed(f.places, 3)}: ${f.reason}`,
  },

  *check(context) {
    const { design, network, isComplete } = context;
    const bySubnet = new Map<ResourceId, MachineLearningCompute[]>();
    for (const { compute, subnet } of computesInSubnets(design))
      if (isShown(subnet) && !hasPublicIp(compute))
        bySubnet.set(subnet.id, [...(bySubnet.get(subnet.id) ?? []), compute]);
    const told = new Set<ResourceId>();
    for (const [id, computes] of bySubnet) {
      const egress = network.egressOf(id);
      const at = [id, ...computes.map((compute) => compute.id)];
      // In a whole design a next hop that nothing has is a finding of its own.
      if (egress.by === 'unknown' && isComplete && egress.resource === undefined) continue;
      if (egress.by === 'unknown')
        yield cannotTell(
          id,
          unseen(design, `the way out of ${labelOf(design, id)}: ${egress.text}`, egress.resource),
        );
      else if (egress.by === 'nat-gateway' && hasNoAddress(design, egress.resource)) {
        const gateway = labelOf(design, egress.resource);
        for (const compute of computes) told.add(compute.id);
        if (isComplete || isEmptied(design, egress.resource))
          yield {
            at: [...(egress.resource ? [egress.resource] : []), ...at],
            message: 'noAddress',
            remedy: 'Give the NAT gateway a public IP address or a public IP prefix.',
            facts: {
              subnet: labelOf(design, id),
              computes: listed(computes.map(({ name }) => name)),
              gateway,
            },
            evidence: 'publicIpAddresses: none; publicIpPrefixes: none',
            fix: wayOutOf(context, id, { without: egress.resource }).fix,
          };
        else yield cannotTell(id, unseen(design, `the public IP addresses of ${gateway}`, egress.resource));
      } else if (egress.by !== 'none') yield passed(at, egress.text);
      else {
        for (const compute of computes) told.add(compute.id);
        const { by, fix, isHeldBack } = wayOutOf(context, id);
        yield {
          at,
          message: 'none',
          ...(isHeldBack ? { remedy: remedyWithinGoals } : {}),
          facts: { subnet: labelOf(design, id), computes: listed(computes.map(({ name }) => name)) },
          evidence: egress.text,
          // What nobody can add from here is not drawn as if it could be.
          ghosts: fix ? [{ ...ghosts[by], parent: id, fact: 'Way out missing' }] : [],
          fix,
        };
      }
    }
    for (const { at, reason, hops, subnet, senders, places } of cutOffs(context, told)) {
      const from = [...senders].sort();
      // What a packet would meet beyond its end is no evidence of it.
      const way = hops.slice(0, hops.findIndex(({ outcome }) => outcome === 'blocks') + 1);
      const concerned = [subnet, ...from].filter((id) => id !== undefined && id !== at);
      yield {
        at: [at, ...(concerned as readonly ResourceId[])],
        message: 'lost',
        facts: {
          computes: listed(from.map((id) => labelOf(design, id)).sort(inOrder)),
          places: [...places].sort(),
          reason,
        },
        evidence: way.map(({ place, text }) => `${place}: ${text}`),
        hops: way,
        fix: subnet === undefined ? undefined : wayOutOf(context, subnet).fix,
      };
    }
  },
});
