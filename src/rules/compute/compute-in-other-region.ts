import { doubtOf, managedNetworkComputes, placementRules } from '#catalog';
import { enclosing, findOfKind, flatMapped, type Resource } from '#model';
import {
  hasManagedNetwork,
  holderOf,
  isShown,
  machineLearningComputes,
  shownOfKind,
  type Workspace,
} from '../estate.ts';
import { defineRule, passed, type RuleContext } from '../rule.ts';

/** Kinds that have to lie in the region of their workspace, whatever joins the networks. */
const bound = new Map(
  placementRules
    .filter(({ near, within }) => near === 'workspace' && within === 'region')
    .map((rule) => [rule.kind, rule] as const),
);

interface Pair {
  readonly compute: Resource;
  readonly workspace: Workspace;
}

function pairsOf({ design }: RuleContext): readonly Pair[] {
  const shown = (compute: Resource, ids: readonly (typeof compute.id | undefined)[]): readonly Pair[] =>
    flatMapped(ids, (id) => {
      const workspace = findOfKind(design, id, 'workspace');
      return isShown(workspace) ? [{ compute, workspace: workspace as Workspace }] : [];
    });
  return [
    ...flatMapped(machineLearningComputes(design), (one) => shown(one, [one.workspace])),
    ...flatMapped(shownOfKind(design, 'kubernetes-cluster'), (one) => shown(one, one.workspaces ?? [])),
  ];
}

export const computeInOtherRegion = defineRule({
  id: 'compute-in-other-region',
  category: 'Compute',
  severity: () => 'error',
  title: 'Compute lies in another region than its workspace',
  holds: 'The compute lies in the region of its workspace',
  remedy: 'Create the compute in the region of the workspace, or use a compute cluster in a network there.',
  messages: {
    elsewhere: (f: { compute: string; region: string; workspace: string; home: string }) =>
      `${f.compute} lies in ${f.region}, but ${f.workspace} in ${f.home}`,
  },

  *check(context) {
    const { design } = context;
    for (const { compute, workspace } of pairsOf(context)) {
      const holder = holderOf(design, workspace.id) ?? workspace;
      const isManaged = hasManagedNetwork(holder) && !managedNetworkComputes.mayLieInOtherRegion;
      const rule = bound.get(compute.kind);
      const region = enclosing(design, compute.id, 'region')?.name;
      const home = enclosing(design, workspace.id, 'region')?.name;
      if ((!rule && !isManaged) || region === undefined || home === undefined) continue;
      const at = [compute.id, workspace.id];
      if (region.toLowerCase() === home.toLowerCase()) yield passed(at, `Both lie in ${home}`);
      else
        yield {
          at,
          message: 'elsewhere',
          facts: { compute: compute.name, region, workspace: workspace.name, home },
          evidence: `${compute.name}: ${region}; ${workspace.name}: ${home}`,
          doubt: rule && doubtOf(rule, 'within'),
        };
    }
  },
});
