import { type Design, edits, findResource, type Resource, type ResourceId } from '#model';
import { copyNamesIn } from './copy-name.ts';

/**
 * What others say of a network that was copied, said of its copy: the other halves of its peerings, its links to zones
 * and rulesets. Nothing else of others changes: a copy is admitted nowhere by itself.
 */
export function withTies(
  design: Design,
  source: Design,
  ids: ReadonlyMap<ResourceId, ResourceId>,
  newId: () => ResourceId,
): Design {
  const networks = new Map(
    [...ids].filter(([original]) => findResource(source, original)?.kind === 'virtual-network'),
  );
  if (networks.size === 0) return design;
  const copies = new Set<ResourceId>(ids.values());
  const nameFor = copyNamesIn(design);
  const linked: Design = {
    ...design,
    resources: design.resources.map((one) => (copies.has(one.id) ? one : withLinks(design, one, networks))),
  };
  return design.resources.reduce<Design>((current, one) => {
    const copy = one.kind === 'virtual-network-peering' ? networks.get(one.remoteVirtualNetwork) : undefined;
    if (one.kind !== 'virtual-network-peering' || copy === undefined || copies.has(one.id)) return current;
    const name = findResource(design, copy)?.name ?? '';
    const { azureId: _, ...half } = one;
    return edits.addResource(current, {
      ...half,
      id: newId(),
      name: nameFor({ kind: one.kind, name: `${one.name}-${name}` }, one.parent),
      remoteVirtualNetwork: copy,
    });
  }, linked);
}

function withLinks(
  design: Design,
  resource: Resource,
  networks: ReadonlyMap<ResourceId, ResourceId>,
): Resource {
  if (resource.kind === 'private-dns-zone') {
    const links = resource.virtualNetworkLinks ?? [];
    const more = links.flatMap((link) => {
      const copy = networks.get(link.virtualNetwork);
      const name = `link-${findResource(design, copy)?.name ?? ''}`;
      return copy === undefined ? [] : [{ ...link, name, virtualNetwork: copy }];
    });
    return more.length === 0 ? resource : { ...resource, virtualNetworkLinks: [...links, ...more] };
  }
  if (resource.kind === 'dns-forwarding-ruleset') {
    const links = resource.virtualNetworkLinks ?? [];
    const more = links.flatMap((id) => networks.get(id) ?? []);
    return more.length === 0 ? resource : { ...resource, virtualNetworkLinks: [...links, ...more] };
  }
  return resource;
}
