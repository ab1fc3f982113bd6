import { type Design, findResource, kinds, type Resource } from '#model';

/** The property that decides most, from the document alone: nodes of a cluster, SKU of a registry, else the kind. */
export function documentFact(design: Design, resource: Resource): string {
  switch (resource.kind) {
    case 'compute-cluster':
      return `Compute cluster, ${resource.minNodeCount ?? 0} to ${resource.maxNodeCount}`;
    case 'kubernetes-cluster': {
      const pools = resource.agentPoolProfiles;
      const nodes = pools.reduce((sum, pool) => sum + (pool.maxCount ?? pool.count), 0);
      const pods = pools[0]?.maxPods;
      if (pools.length === 0) return 'Kubernetes cluster';
      return `${nodes} ${nodes === 1 ? 'node' : 'nodes'}${pods === undefined ? '' : `, ${pods} pods each`}`;
    }
    case 'container-registry':
      return resource.sku === undefined ? 'Container registry' : `Registry, ${resource.sku}`;
    case 'azure-firewall':
      return resource.skuTier === undefined ? 'Azure Firewall' : `Firewall, ${resource.skuTier}`;
    case 'virtual-network-gateway':
      return resource.gatewayType === 'Vpn' ? 'VPN gateway' : 'ExpressRoute';
    case 'workspace':
      return workspaceFact(resource);
    case 'serverless-compute':
      return resource.plannedNodeCount === undefined
        ? 'Serverless compute'
        : `Serverless, ${resource.plannedNodeCount} nodes`;
    case 'managed-online-endpoint':
      return 'Online endpoint';
    case 'azure-monitor-private-link-scope':
      return 'Private Link Scope';
    case 'client':
      return resource.role === 'scoring-client' ? 'Scoring client' : 'Studio, VS Code';
    case 'dns-resolver-endpoint': {
      const resolver = findResource(design, resource.resolver);
      return resolver ? `Of ${resolver.name}` : 'Resolver endpoint';
    }
    case 'attached-compute':
      return `Attached, ${resource.computeType}`;
    case 'private-link-service':
      return resource.armType.replace(/^Microsoft\./i, '');
    case 'private-endpoint': {
      const target = findResource(design, resource.target);
      return target ? `To ${target.name}` : 'Private endpoint';
    }
    default:
      return kinds[resource.kind].title;
  }
}

function workspaceFact(workspace: Extract<Resource, { kind: 'workspace' }>): string {
  const { workspaceKind, managedNetwork } = workspace;
  const name = workspaceKind === 'Hub' || workspaceKind === 'Project' ? workspaceKind : 'Workspace';
  const isManaged = managedNetwork !== undefined && managedNetwork.isolationMode !== 'Disabled';
  return isManaged ? `${name}, managed network` : name;
}
