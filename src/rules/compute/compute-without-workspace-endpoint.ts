import { computeSubnet, doubtOf } from '#catalog';
import { findOfKind, type ResourceId } from '#model';
import {
  computesInSubnets,
  endpointsOf,
  hasPublicIp,
  holderOf,
  isShown,
  type MachineLearningCompute,
  wantsPrivate,
} from '../estate.ts';
import { listed } from '../labels.ts';
import { endpointFix, subnetForEndpoints } from '../private-endpoints/add-endpoint.ts';
import { coverageOf } from '../private-endpoints/coverage.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const computeWithoutWorkspaceEndpoint = defineRule({
  id: 'compute-without-workspace-endpoint',
  category: 'Compute',
  severity: () => 'error',
  title: 'Compute without a public IP address has no endpoint of its workspace',
  holds: 'The workspace of computes without a public IP address has a private endpoint',
  remedy: 'Add a private endpoint of the workspace, or give the computes a public IP address.',
  messages: {
    without: (f: { workspace: string; computes: readonly string[] }) =>
      `${listed(f.computes)} ${f.computes.length === 1 ? 'has' : 'have'} no public IP address, but ${f.workspace} has no private endpoint`,
  },

  *check(context) {
    // A private workspace lacks its endpoint anyway, and a rule of its own says so.
    if (wantsPrivate(context)) return;
    const { design } = context;
    const users = new Map<ResourceId, MachineLearningCompute[]>();
    for (const { compute } of computesInSubnets(design)) {
      const holder = holderOf(design, compute.workspace)?.id;
      if (holder !== undefined && !hasPublicIp(compute))
        users.set(holder, [...(users.get(holder) ?? []), compute]);
    }
    for (const [id, computes] of users) {
      const workspace = findOfKind(design, id, 'workspace');
      if (!workspace || !isShown(workspace)) continue;
      const coverage = coverageOf(context, workspace, 'amlworkspace');
      const at = [workspace.id, ...computes.map((one) => one.id)];
      if (coverage.is === 'unknown') yield cannotTell(workspace.id, coverage.missing);
      else if (coverage.is !== 'missing' || endpointsOf(design, workspace.id).length > 0)
        yield passed(at, `${workspace.name} has a private endpoint`);
      else {
        const subnet = subnetForEndpoints(design, workspace.id);
        yield {
          at,
          message: 'without',
          facts: { workspace: workspace.name, computes: computes.map(({ name }) => name) },
          evidence: computes.map(({ name }) => `${name}: no public IP address`),
          doubt: doubtOf(computeSubnet, 'noPublicIpNeedsWorkspaceEndpoint'),
          fix:
            subnet &&
            endpointFix(design, workspace, ['amlworkspace'], subnet.id, 'Add the workspace endpoint'),
        };
      }
    }
  },
});
