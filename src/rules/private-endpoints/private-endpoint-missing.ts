import { type Design, flatMapped } from '#model';
import { wantsPrivate } from '../estate.ts';
import { listed } from '../labels.ts';
import { cannotTell, defineRule, type Fix, passed } from '../rule.ts';
import { endpointFix, subnetForEndpoints } from './add-endpoint.ts';
import { coverageOf } from './coverage.ts';
import { type Need, type Needs, privateNeeds } from './needs.ts';

const titleOf = (groupId: string) =>
  groupId === 'amlworkspace' ? 'Workspace' : groupId[0]?.toUpperCase() + groupId.slice(1);

function fixOf(design: Design, service: Needs['service'], needs: readonly Need[]): Fix | undefined {
  const subnet = subnetForEndpoints(design, service.id);
  return (
    subnet &&
    endpointFix(
      design,
      service,
      needs.map(({ groupId }) => groupId),
      subnet.id,
    )
  );
}

export const privateEndpointMissing = defineRule({
  id: 'private-endpoint-missing',
  category: 'Private endpoints',
  severity: () => 'error',
  title: 'Private endpoint is missing',
  holds: 'Each part of a service that the workspace needs has a private endpoint',
  remedy:
    'Add a private endpoint for each sub-resource that is named, in a virtual network that the computes and the people reach, and register it in its private DNS zones.',
  messages: {
    unreachable: (f: { workspace: string }) =>
      `Workspace endpoint missing: public access is off, so that nothing reaches ${f.workspace}`,
    registry: (f: { registry: string }) =>
      `ML registry endpoint missing: public access is off, so that nothing reaches ${f.registry}`,
    one: (f: { service: string; group: string; effect: string }) =>
      `${titleOf(f.group)} endpoint missing: ${f.effect}`,
    several: (f: { service: string; groups: readonly string[] }) =>
      `${titleOf(listed(f.groups))} endpoints missing: no private way to ${f.service}`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design } = context;
    for (const { service, needs } of privateNeeds(design)) {
      const judged = needs.map((need) => ({ need, coverage: coverageOf(context, service, need.groupId) }));
      for (const { coverage } of judged) {
        if (coverage.is === 'unknown') yield cannotTell(service.id, coverage.missing);
        if (coverage.is === 'covered')
          yield passed(coverage.endpoint ? [service.id, coverage.endpoint] : service.id, coverage.evidence);
      }
      const lacking = judged.filter(({ coverage }) => coverage.is === 'missing');
      const [first, ...more] = lacking.map(({ need }) => need);
      if (!first) continue;
      const subnet = subnetForEndpoints(design, service.id);
      const groups = [first, ...more].map(({ groupId }) => groupId);
      const found = {
        at: service.id,
        evidence: flatMapped(lacking, ({ coverage }) => ('evidence' in coverage ? coverage.evidence : [])),
        ghosts: groups.map((name) => ({
          kind: 'private-endpoint' as const,
          ...(subnet ? { parent: subnet.id } : {}),
          name: name.replace(/^aml/, ''),
          fact: 'Endpoint missing',
          target: service.id,
        })),
        fix: fixOf(design, service, [first, ...more]),
        remedy: subnet
          ? undefined
          : 'Add a virtual network with a subnet for private endpoints, then the endpoints in it.',
      };
      if (service.kind === 'workspace' && service.publicNetworkAccess === 'Disabled')
        yield { ...found, message: 'unreachable', facts: { workspace: service.name } };
      else if (service.kind === 'registry')
        yield { ...found, message: 'registry', facts: { registry: service.name } };
      else if (more.length > 0)
        yield { ...found, message: 'several', facts: { service: service.name, groups } };
      else
        yield {
          ...found,
          message: 'one',
          facts: { service: service.name, group: first.groupId, effect: first.effect },
        };
    }
  },
});
