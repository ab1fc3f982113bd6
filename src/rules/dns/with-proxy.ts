import { type Design, edits, findOfKind, type ResourceId } from '#model';

/** The design with the DNS proxy of a firewall policy, or of a firewall without one, turned on. */
export function withProxy(design: Design, id: ResourceId): Design {
  const policy = findOfKind(design, id, 'firewall-policy');
  if (policy)
    return edits.updateResource(design, policy.id, 'firewall-policy', {
      dnsSettings: { ...policy.dnsSettings, enableProxy: true },
    });
  const firewall = findOfKind(design, id, 'azure-firewall');
  return edits.updateResource(design, id, 'azure-firewall', {
    dnsSettings: { ...firewall?.dnsSettings, enableProxy: true },
  });
}
