import { childrenOf, type Design, edits, findOfKind, type ResourceId, type ResourceOf } from '#model';
import {
  computesOf,
  isForAnything,
  isShown,
  regionOf,
  type Subnet,
  shownOfKind,
  type Workspace,
  workspacesOf,
} from '../estate.ts';
import { missing, notShown } from '../missing.ts';
import { subnetForEndpoints } from '../private-endpoints/add-endpoint.ts';
import { cannotTell, defineRule, type Fix, passed } from '../rule.ts';

const isClosed = (registry: ResourceOf<'container-registry'>) =>
  registry.publicNetworkAccess === 'Disabled' || registry.networkAcls?.defaultAction === 'Deny';

/**
 * A cluster that builds images, beside the computes of the workspace or in the emptiest subnet of its region, of the
 * network of its endpoints before others.
 */
function addBuilder(design: Design, { id, name, managedNetwork }: Workspace): Fix | undefined {
  // There its computes lie in no subnet of the design.
  if (managedNetwork !== undefined && managedNetwork.isolationMode !== 'Disabled') return undefined;
  const beside = computesOf(design, id).find(({ parent }) => findOfKind(design, parent, 'subnet'))?.parent;
  const ofEndpoints = subnetForEndpoints(design, id);
  const contents = (subnet: ResourceId) => childrenOf(design, subnet);
  const isAway = ({ parent }: Subnet) => Number(parent !== ofEndpoints?.parent);
  const [emptiest] = shownOfKind(design, 'subnet')
    .filter(
      (subnet) =>
        subnet.id !== ofEndpoints?.id &&
        isForAnything(design, subnet) &&
        regionOf(design, subnet.id) === regionOf(design, id) &&
        contents(subnet.id).every(({ kind }) => kind !== 'private-endpoint'),
    )
    .toSorted(
      (one, other) => isAway(one) - isAway(other) || contents(one.id).length - contents(other.id).length,
    );
  const subnet = findOfKind(design, beside ?? emptiest?.id, 'subnet');
  if (!subnet) return undefined;
  const cluster = edits.freeName(design, subnet.id, 'image-build');
  return {
    title: `Add a cluster that builds images to ${subnet.name}`,
    changes: [
      `Add the compute cluster ${cluster} to ${subnet.name}`,
      `Make ${cluster} the image build compute of ${name}`,
    ],
    apply: (before, newId) =>
      edits.updateResource(
        edits.addResource(before, {
          id: newId(),
          kind: 'compute-cluster',
          name: cluster,
          parent: subnet.id,
          workspace: id,
          minNodeCount: 0,
          maxNodeCount: 1,
          enableNodePublicIp: false,
        }),
        id,
        'workspace',
        { imageBuildCompute: cluster },
      ),
  };
}

export const imageBuildComputeMissing = defineRule({
  id: 'image-build-compute-missing',
  category: 'Workspace',
  severity: () => 'error',
  title: 'Nothing builds images for a closed registry',
  holds: 'A compute of the workspace builds images for its closed registry',
  remedy:
    'Name a compute cluster of the workspace, in a network that reaches the registry, as imageBuildCompute.',
  messages: {
    notSet: (f: { workspace: string; registry: string }) =>
      `${f.workspace} cannot build images: ${f.registry} is closed to ACR Tasks and no compute is named to build them`,
    unknown: (f: { workspace: string; compute: string }) =>
      `${f.workspace} names ${f.compute} to build images, but has no such compute`,
  },

  *check({ design, isComplete }) {
    for (const workspace of workspacesOf(design)) {
      const { id, imageBuildCompute: wanted } = workspace;
      const registry = findOfKind(design, workspace.containerRegistry, 'container-registry');
      if (registry?.presence === 'not-shown' && !wanted)
        yield cannotTell(
          [id, registry.id],
          notShown(`the network settings of ${registry.name}`, registry.azureId),
        );
      if (!isShown(registry)) continue;
      if (!isClosed(registry)) {
        yield passed(
          [id, registry.id],
          `${registry.name} admits ACR Tasks: public network access is not off`,
        );
        continue;
      }
      const computes = computesOf(design, workspace.id);
      const found = computes.some(({ name }) => name.toLowerCase() === wanted?.toLowerCase());
      const cluster = computes.find(({ kind }) => kind === 'compute-cluster');
      const fix = cluster
        ? {
            title: `Build images on ${cluster.name}`,
            changes: [`Make ${cluster.name} the image build compute of ${workspace.name}`],
            apply: (before: Design) =>
              edits.updateResource(before, id, 'workspace', { imageBuildCompute: cluster.name }),
          }
        : isComplete
          ? addBuilder(design, workspace)
          : undefined;
      if (wanted && found) yield passed([id, registry.id], `imageBuildCompute: ${wanted}`);
      else if (!wanted)
        yield {
          at: [id, registry.id],
          message: 'notSet',
          facts: { workspace: workspace.name, registry: registry.name },
          evidence: [
            'imageBuildCompute: not set',
            `${registry.name}: publicNetworkAccess ${registry.publicNetworkAccess ?? 'not set'}, default action ${registry.networkAcls?.defaultAction ?? 'not set'}`,
          ],
          fix,
        };
      else if (!isComplete)
        yield cannotTell(id, missing('the computes of the workspace', 'workspace.computes', workspace));
      else
        yield {
          at: [id, registry.id],
          message: 'unknown',
          facts: { workspace: workspace.name, compute: wanted },
          evidence: `imageBuildCompute: ${wanted}`,
          fix,
        };
    }
  },
});
