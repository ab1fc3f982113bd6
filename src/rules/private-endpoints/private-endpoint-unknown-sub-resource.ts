import { type PrivateLinkServiceFacts, privateLinkServiceOf, subresourceOf } from '#catalog';
import { findResource, type Resource } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { unseen } from '../missing.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

/** A property of the service by which it offers no private endpoints; tiers of registries have a rule of their own. */
function refusalOf(target: Resource, { constraints = [] }: PrivateLinkServiceFacts) {
  if (target.kind !== 'storage-account') return undefined;
  for (const { property, refused, text } of constraints) {
    const is = property === 'accountKind' ? target.accountKind : undefined;
    if (property !== undefined && is !== undefined && refused?.includes(is)) return { property, is, text };
  }
  return undefined;
}

export const privateEndpointUnknownSubResource = defineRule({
  id: 'private-endpoint-unknown-sub-resource',
  category: 'Private endpoints',
  severity: () => 'error',
  title: 'Private endpoint does not serve a sub-resource that its service has',
  holds: 'The private endpoint serves a sub-resource that its service has',
  remedy: 'Choose one of the sub-resources that the service offers.',
  messages: {
    unknown: (f: { endpoint: string; service: string; group: string; offered: readonly string[] }) =>
      `${f.endpoint} asks ${f.service} for ${f.group}, but it offers ${listed(f.offered, 6)}`,
    refused: (f: { endpoint: string; service: string; is: string }) =>
      `${f.endpoint} cannot serve ${f.service}, which is ${f.is}: ${f.service} offers no private endpoints`,
    none: (f: { endpoint: string; service: string }) =>
      `${f.endpoint} does not say which sub-resource of ${f.service} it serves`,
    nothing: (f: { endpoint: string }) => `${f.endpoint} serves no service`,
  },

  *check({ design }) {
    for (const endpoint of shownOfKind(design, 'private-endpoint')) {
      const target = findResource(design, endpoint.target);
      if (endpoint.target === undefined) {
        // Azure makes none without a service.
        if (endpoint.azureId !== undefined)
          yield cannotTell(endpoint.id, unseen(design, `the service of ${endpoint.name}`, endpoint.id));
        else
          yield {
            at: endpoint.id,
            message: 'nothing',
            severity: 'warning',
            remedy: 'Choose the service and the sub-resource that it serves, or remove it.',
            facts: { endpoint: labelOf(design, endpoint.id) },
            evidence: 'Serves: nothing',
          };
      }
      if (!target) continue;
      const kind = target.kind === 'private-link-service' ? target.armType : target.kind;
      const service = privateLinkServiceOf(kind);
      if (!service) continue;
      const facts = { endpoint: labelOf(design, endpoint.id), service: target.name };
      const offered = Object.keys(service.subresources).sort();
      const unknown = endpoint.groupIds.find(
        (group) => !subresourceOf(kind, group.replace(/_secondary$/, '')),
      );
      const refused = refusalOf(target, service);
      if (refused)
        yield {
          at: [endpoint.id, target.id],
          message: 'refused',
          remedy: refused.text,
          facts: { ...facts, is: refused.is },
          evidence: `${refused.property}: ${refused.is}`,
        };
      else if (endpoint.groupIds.length === 0)
        yield {
          at: [endpoint.id, target.id],
          message: 'none',
          facts,
          evidence: `Offered: ${offered.join(', ')}`,
        };
      else if (unknown === undefined)
        yield passed([endpoint.id, target.id], `Sub-resource: ${endpoint.groupIds.join(', ')}`);
      else
        yield {
          at: [endpoint.id, target.id],
          message: 'unknown',
          facts: { ...facts, group: unknown, offered },
          evidence: `Offered: ${offered.join(', ')}`,
        };
    }
  },
});
