import { type Design, edits, enclosing, flatMapped, type Resource, type ResourceId } from '#model';
import {
  hasManagedNetwork,
  shownOfKind,
  usersOf,
  type Workspace,
  wantsPrivate,
  workspacesOf,
} from '../estate.ts';
import { byLabel, listed } from '../labels.ts';
import { addEndpoint, endpointStep, subnetForEndpoints } from '../private-endpoints/add-endpoint.ts';
import { coverageOf } from '../private-endpoints/coverage.ts';
import { needsOf } from '../private-endpoints/needs.ts';
import { defineRule, type Fix, passed, type RuleContext } from '../rule.ts';

/** What a workspace names, by the property that names it, and what the field is called. */
const needs = [
  {
    property: 'storageAccount',
    kind: 'storage-account',
    words: 'storage account',
    field: 'Storage account',
    nameFor: (workspace: string) => `st${workspace.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 24),
  },
  {
    property: 'keyVault',
    kind: 'key-vault',
    words: 'key vault',
    field: 'Key vault',
    nameFor: (workspace: string) => `kv-${workspace}`.slice(0, 24),
  },
] as const;
type Need = (typeof needs)[number];

/** Those of the kind that no workspace names: the only one is what is meant. */
const unnamed = (design: Design, { kind }: Need): readonly Resource[] =>
  byLabel(
    design,
    shownOfKind(design, kind).filter(({ id }) => usersOf(design, id).length === 0),
  );

/** Names what there is one of and adds what there is none of, with the private endpoints that it then needs. */
function furnish(context: RuleContext, workspace: Workspace, lacking: readonly Need[]): Fix | undefined {
  const { design } = context;
  const region = enclosing(design, workspace.id, 'region')?.id;
  const isReached = wantsPrivate(context) && !hasManagedNetwork(workspace);
  const subnet = isReached ? subnetForEndpoints(design, workspace.id)?.id : undefined;
  const chosen = flatMapped(lacking, (need) => {
    const [present, ...others] = unnamed(design, need);
    const name = present?.name ?? need.nameFor(workspace.name);
    const groups = needsOf(design, need.kind, [workspace])
      .map(({ groupId }) => groupId)
      .filter((group) => isReached && !(present && coverageOf(context, present, group).is === 'covered'));
    // Which of several is meant only its owner knows, and to be named is to need endpoints, which need a subnet.
    return others.length > 0 || (groups.length > 0 && !subnet) ? [] : [{ ...need, present, name, groups }];
  });
  if (chosen.length < lacking.length) return undefined;
  const added = chosen.filter(({ present }) => !present);
  const named = chosen.filter(({ present }) => present);
  return {
    title:
      added.length === 0
        ? `Use ${listed(named.map(({ name }) => name))}`
        : `Add the ${listed(added.map(({ words }) => words))}${named.length > 0 ? ` and use ${listed(named.map(({ name }) => name))}` : ''}`,
    changes: flatMapped(chosen, ({ kind, present, name, words, groups }) => [
      ...(present ? [] : [`Add ${words} ${name}, closed to the internet`]),
      `Make ${name} the ${words} of ${workspace.name}`,
      ...groups.map((group) =>
        subnet === undefined
          ? ''
          : endpointStep(design, present ?? { id: '' as ResourceId, kind, name }, group, subnet),
      ),
    ]),
    apply: (before, newId) =>
      chosen.reduce((current, { kind, property, present, name, groups }) => {
        const service =
          present ??
          ({
            id: newId(),
            kind,
            name: edits.freeName(current, region, name),
            ...(region === undefined ? {} : { parent: region }),
            publicNetworkAccess: 'Disabled',
          } satisfies Resource);
        const standing = present ? current : edits.addResource(current, service);
        const tied = edits.updateResource(standing, workspace.id, 'workspace', { [property]: service.id });
        return groups.reduce(
          (reached, group) => (subnet ? addEndpoint(reached, service, group, subnet, newId) : reached),
          tied,
        );
      }, before),
  };
}

/** What to choose where, or to add first. */
const wayTo = (design: Design, workspace: Workspace, lacking: readonly Need[]): string =>
  lacking
    .map((need) => {
      const present = unnamed(design, need).map(({ name }) => name);
      const where = `under ${need.field} in the properties of ${workspace.name}`;
      if (present.length === 0) return `Add a ${need.words} ${where}.`;
      return `Choose ${present.length === 1 ? '' : 'one of '}${listed(present)} ${where}.`;
    })
    .join(' ');

export const workspaceWithoutDependency = defineRule({
  id: 'workspace-without-dependency',
  category: 'Workspace',
  severity: () => 'warning',
  title: 'Workspace has no storage account or key vault',
  holds: 'The workspace has a storage account and a key vault',
  remedy:
    'Choose them in the properties of the workspace, under Storage account and Key vault; where there are none yet, add them there.',
  messages: {
    unnamed: (f: { workspace: string; lacking: readonly string[] }) =>
      `${f.workspace} has no ${f.lacking.join(' and no ')}, so nothing about ${f.lacking.length === 1 ? 'it' : 'them'} can be checked`,
  },

  *check(context) {
    const { design, isComplete } = context;
    if (!isComplete) return;
    for (const workspace of workspacesOf(design)) {
      const { id, name } = workspace;
      const lacking = needs.filter(({ property }) => workspace[property] === undefined);
      if (lacking.length === 0) yield passed(id, 'It has a storage account and a key vault');
      else
        yield {
          at: id,
          message: 'unnamed',
          facts: { workspace: name, lacking: lacking.map(({ words }) => words) },
          evidence: lacking.map(({ words }) => `${words}: none`),
          remedy: wayTo(design, workspace, lacking),
          fix: furnish(context, workspace, lacking),
        };
    }
  },
});
