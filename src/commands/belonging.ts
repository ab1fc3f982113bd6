import {
  type Design,
  edits,
  enclosing,
  findOfKind,
  type Resource,
  type ResourceId,
  type ResourceKind,
  resourcesOfKind,
} from '#model';
import { withPublicAddress } from '#rules';
import { createResource } from './create-resource.ts';

/** What a workspace names, by the property that names it. */
const dependencies = {
  'storage-account': 'storageAccount',
  'key-vault': 'keyVault',
  'container-registry': 'containerRegistry',
  'application-insights': 'applicationInsights',
} as const satisfies Partial<Record<ResourceKind, string>>;

const computes = ['compute-instance', 'compute-cluster', 'serverless-compute'] as const;

type Dependency = keyof typeof dependencies;

const isDependency = (kind: ResourceKind): kind is Dependency => kind in dependencies;

/** The only one of its kind, so that nobody has to say which is meant. */
function only<K extends ResourceKind>(design: Design, kind: K) {
  const [first, ...others] = resourcesOfKind(design, kind);
  return others.length === 0 ? first : undefined;
}

/** A new workspace takes what there is one of, and the computes that belong to none. */
function furnish(design: Design, workspace: Resource): Design {
  const named = Object.entries(dependencies).flatMap(([kind, property]) => {
    const found = only(design, kind as Dependency);
    return found ? [[property, found.id] as const] : [];
  });
  const furnished = edits.updateResource(design, workspace.id, 'workspace', Object.fromEntries(named));
  return computes.reduce(
    (current, kind) =>
      resourcesOfKind(current, kind)
        .filter((compute) => compute.workspace === undefined)
        .reduce(
          (before, { id }) => edits.updateResource(before, id, kind, { workspace: workspace.id }),
          current,
        ),
    furnished,
  );
}

/** A new policy and the only firewall that has neither policy nor rules, whichever of them is new. */
function withPolicy(design: Design, added: Resource): Design {
  const firewall = only(design, 'azure-firewall');
  const policy = only(design, 'firewall-policy');
  if (!firewall || !policy || (added.id !== firewall.id && added.id !== policy.id)) return design;
  return firewall.firewallPolicy === undefined && !firewall.ruleCollections?.length
    ? edits.updateResource(design, firewall.id, 'azure-firewall', { firewallPolicy: policy.id })
    : design;
}

/**
 * A firewall in a design without any policy comes with one of its own, as Microsoft recommends: rules that are then added
 * go there. https://learn.microsoft.com/azure/firewall-manager/policy-overview, read on 2026-11-28.
 */
export function withOwnPolicy(design: Design, added: Resource, newId: () => ResourceId): Design {
  const region = enclosing(design, added.id, 'region')?.id;
  const isOther = added.kind !== 'azure-firewall' || resourcesOfKind(design, 'firewall-policy').length > 0;
  const made = isOther ? undefined : createResource('firewall-policy', design, region, newId);
  if (!made?.ok) return design;
  const { resource } = made;
  return edits.updateResource(edits.addResource(design, resource), added.id, 'azure-firewall', {
    firewallPolicy: resource.id,
  });
}

/** The only site on-premises that nothing joins to Azure yet and the only gateway, whichever of them is new. */
function withGateway(design: Design, added: Resource): Design {
  const site = only(design, 'on-premises-network');
  const gateway = only(design, 'virtual-network-gateway');
  if (!site || !gateway || (added.id !== site.id && added.id !== gateway.id)) return design;
  return site.gateways?.length
    ? design
    : edits.updateResource(design, site.id, 'on-premises-network', { gateways: [gateway.id] });
}

const withOwnAddress = ['azure-firewall', 'bastion', 'nat-gateway'] as const;

/** A firewall or a Bastion in a network and a NAT gateway come with the public IP address without which Azure makes none of them. */
export function withAddress(design: Design, added: Resource, newId: () => ResourceId): Design {
  const kind = withOwnAddress.find((one) => one === added.kind);
  const isInNetwork = findOfKind(design, added.parent, 'subnet') !== undefined;
  if (kind === undefined || (kind !== 'nat-gateway' && !isInNetwork)) return design;
  const region = enclosing(design, added.id, 'region')?.id;
  const { design: addressed, address } = withPublicAddress(design, added.name, region, newId);
  return edits.updateResource(addressed, added.id, kind, { publicIPAddresses: [address] });
}

/**
 * Ties a new resource to the only workspace of a design that shows everything: as the storage, vault, registry or
 * monitoring that the workspace lacks, or, where the workspace is what is new, the other way about. A firewall and its
 * policy are tied likewise, and a site on-premises and its gateway.
 */
export function withBelonging(before: Design, added: Resource): Design {
  if (!before.source.complete) return before;
  const design = withGateway(withPolicy(before, added), added);
  const workspace = only(design, 'workspace');
  if (!workspace) return design;
  if (workspace.id === added.id) return furnish(design, added);
  if (!isDependency(added.kind)) return design;
  const property = dependencies[added.kind];
  return workspace[property] === undefined
    ? edits.updateResource(design, workspace.id, 'workspace', { [property]: added.id })
    : design;
}
