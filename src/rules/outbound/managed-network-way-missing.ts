import { edits, findOfKind, findResource, flatMapped, type Resource, type ResourceId } from '#model';
import type { Network, RequiredFlow } from '#network';
import { shownOfKind, type Workspace } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';
import { softwareOf } from './judged-flows.ts';
import { wordsOf } from './required-outbound-blocked.ts';

type OutboundRule = NonNullable<NonNullable<Workspace['managedNetwork']>['outboundRules']>[number];

/** Of a service what its computes do not reach: sub-resources, and what they need them for. */
interface Lack {
  readonly service: ResourceId;
  /** The first that does not get there. */
  readonly flow: RequiredFlow;
  readonly groups: Set<string>;
  readonly computes: Set<ResourceId>;
  readonly purposes: Set<string>;
}

/** What everything needs that sends, but for optional software, by what sends it. */
function flowsBySource(network: Network): ReadonlyMap<ResourceId, readonly RequiredFlow[]> {
  const flows = new Map<ResourceId, RequiredFlow[]>();
  for (const flow of network.requiredFlows()) {
    if (softwareOf(flow) !== undefined) continue;
    const known = flows.get(flow.from);
    if (known) known.push(flow);
    else flows.set(flow.from, [flow]);
  }
  return flows;
}

const needed = (computes: readonly string[]) =>
  `${listed(computes)} ${computes.length === 1 ? 'needs' : 'need'}`;

const isDenial = ({ action }: OutboundRule) => action === 'Deny';

/** Whether a rule for a private endpoint to a service was to lead there, and does not. */
const isBrokenTo = ({ type, status, destination }: OutboundRule, { id, azureId, name }: Resource) =>
  type === 'PrivateEndpoint' &&
  (status === 'Failed' || status === 'Deleting') &&
  [id, azureId, name].some((one) => one?.toLowerCase() === destination.toLowerCase());

export const managedNetworkWayMissing = defineRule({
  id: 'managed-network-way-missing',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Managed network has no way to a service that its computes need',
  holds: 'The managed network leads its computes to the services that they need',
  remedy: 'Add an outbound rule for a private endpoint to each sub-resource that is named.',
  messages: {
    noRule: (f: {
      workspace: string;
      service: string;
      groups: readonly string[];
      computes: readonly string[];
    }) =>
      `The managed network of ${f.workspace} has no private endpoint for ${listed(f.groups)} of ${f.service}, which ${needed(f.computes)}`,
    denied: (f: { workspace: string; flows: readonly string[]; computes: readonly string[] }) =>
      `The managed network of ${f.workspace} drops ${listed(f.flows, 3)}, which ${needed(f.computes)}`,
  },

  *check(context) {
    const { design, network } = context;
    let flows: ReturnType<typeof flowsBySource> | undefined;
    const namesOf = (ids: Iterable<ResourceId>) => [...ids].map((id) => labelOf(design, id)).sort(inOrder);
    for (const workspace of shownOfKind(design, 'workspace')) {
      const managed = network.managedNetworkOf(workspace.id);
      if (managed?.workspace !== workspace.id) continue;
      flows ??= flowsBySource(network);
      const lacks = new Map<ResourceId, Lack>();
      const reached = new Set<string>();
      const denied: RequiredFlow[] = [];
      for (const flow of flatMapped(managed.sources, (id) => flows?.get(id) ?? [])) {
        const { resource: service, groupId } = flow.to;
        const fate = network.fateOf(flow);
        if (fate.verdict === 'delivered') reached.add(wordsOf(context, flow));
        else if (fate.missing.length > 0)
          for (const missing of fate.missing) yield cannotTell(workspace.id, missing);
        else if (service === undefined || groupId === undefined) denied.push(flow);
        else {
          const lack = lacks.get(service) ?? {
            service,
            flow,
            groups: new Set(),
            computes: new Set(),
            purposes: new Set(),
          };
          lacks.set(service, lack);
          lack.groups.add(groupId);
          lack.computes.add(flow.from);
          lack.purposes.add(flow.purpose);
        }
      }
      if (lacks.size + denied.length === 0 && reached.size > 0)
        yield passed(workspace.id, `Passes: ${[...reached].sort().join('; ')}`);
      const rules = workspace.managedNetwork?.outboundRules ?? [];
      const [first] = denied;
      if (first)
        yield {
          at: workspace.id,
          message: 'denied',
          remedy: 'Remove the outbound rule that denies it.',
          facts: {
            workspace: workspace.name,
            flows: [...new Set(denied.map((flow) => wordsOf(context, flow)))].sort(),
            computes: namesOf(new Set(denied.map(({ from }) => from))),
          },
          evidence: rules
            .filter(isDenial)
            .map(({ name, destination }) => `Outbound rule ${name} denies ${destination}`),
          hops: network.trace(first).hops,
        };
      for (const { service, flow, groups, computes, purposes } of lacks.values()) {
        const target = findResource(design, service);
        if (!target) continue;
        const broken = rules.filter((rule) => isBrokenTo(rule, target));
        const wanted = [...groups].sort();
        const name = labelOf(design, service);
        yield {
          at: [workspace.id, service],
          message: 'noRule',
          facts: {
            workspace: workspace.name,
            service: name,
            groups: wanted,
            computes: namesOf(computes),
          },
          evidence: [
            ...[...purposes].sort().map((purpose) => `Needed: ${purpose}`),
            ...broken.map((rule) => `Outbound rule ${rule.name}: ${rule.status}`),
          ],
          hops: network.trace(flow).hops,
          fix: {
            title: `Add a private endpoint rule for ${listed(wanted)} of ${name}`,
            changes: [
              ...broken.map((rule) => `Remove outbound rule ${rule.name} of ${workspace.name}`),
              ...wanted.map(
                (group) =>
                  `Add an outbound rule of ${workspace.name} for a private endpoint to ${group} of ${name}`,
              ),
            ],
            apply: (before) => {
              const now = findOfKind(before, workspace.id, 'workspace')?.managedNetwork;
              if (!now) return before;
              const destination = target.azureId ?? target.id;
              const added = wanted.map(
                (subresourceTarget): OutboundRule => ({
                  name: `${target.name}-${subresourceTarget}`,
                  type: 'PrivateEndpoint',
                  category: 'UserDefined',
                  destination,
                  subresourceTarget,
                }),
              );
              const kept = (now.outboundRules ?? []).filter((rule) => !isBrokenTo(rule, target));
              return edits.updateResource(before, workspace.id, 'workspace', {
                managedNetwork: { ...now, outboundRules: [...kept, ...added] },
              });
            },
          },
        };
      }
    }
  },
});
