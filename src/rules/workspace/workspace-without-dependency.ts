import { type Design, edits, flatMapped, type Resource } from '#model';
import { endpointsOf, shownOfKind, usersOf, type Workspace, wantsPrivate, workspacesOf } from '../estate.ts';
import { listed } from '../labels.ts';
import { defineRule, type Fix, passed, type RuleContext } from '../rule.ts';

/** What a workspace names, by the property that names it, and what the field is called. */
const needs = [
  { property: 'storageAccount', kind: 'storage-account', words: 'storage account', field: 'Storage account' },
  { property: 'keyVault', kind: 'key-vault', words: 'key vault', field: 'Key vault' },
] as const;
type Need = (typeof needs)[number];

/** The only one of the kind that no workspace names yet: it is the one that is meant. */
function unnamed(design: Design, { kind }: Need): Resource | undefined {
  const free = shownOfKind(design, kind).filter(({ id }) => usersOf(design, id).length === 0);
  return free.length === 1 ? free[0] : undefined;
}

/** Names what is there; nothing where that would only move the fault: to be named is to need an endpoint. */
function nameAll(context: RuleContext, workspace: Workspace, lacking: readonly Need[]): Fix | undefined {
  const { design } = context;
  const found = flatMapped(lacking, (need) => {
    const present = unnamed(design, need);
    const isReady = present && (!wantsPrivate(context) || endpointsOf(design, present.id).length > 0);
    return isReady ? [{ ...need, present }] : [];
  });
  if (found.length < lacking.length) return undefined;
  return {
    title: `Name ${listed(found.map(({ present }) => present.name))}`,
    changes: found.map(({ present, words }) => `Make ${present.name} the ${words} of ${workspace.name}`),
    apply: (before) =>
      edits.updateResource(
        before,
        workspace.id,
        'workspace',
        Object.fromEntries(found.map(({ property, present }) => [property, present.id])),
      ),
  };
}

/** What to choose where, or to add first. */
const wayTo = (design: Design, workspace: Workspace, lacking: readonly Need[]): string =>
  lacking
    .map((need) => {
      const present = unnamed(design, need)?.name;
      const where = `under ${need.field} in the properties of ${workspace.name}`;
      return present === undefined ? `Add a ${need.words} ${where}.` : `Choose ${present} ${where}.`;
    })
    .join(' ');

export const workspaceWithoutDependency = defineRule({
  id: 'workspace-without-dependency',
  category: 'Workspace',
  severity: () => 'warning',
  title: 'Workspace names no storage account or key vault',
  holds: 'The workspace names its storage account and its key vault',
  remedy:
    'Choose them in the properties of the workspace, under Storage account and Key vault; where there are none yet, add them there.',
  messages: {
    unnamed: (f: { workspace: string; lacking: readonly string[] }) =>
      `${f.workspace} names no ${listed(f.lacking)}: how ${f.lacking.length === 1 ? 'it is' : 'they are'} isolated is not checked`,
  },

  *check(context) {
    const { design, isComplete } = context;
    if (!isComplete) return;
    for (const workspace of workspacesOf(design)) {
      const { id, name } = workspace;
      const lacking = needs.filter(({ property }) => workspace[property] === undefined);
      if (lacking.length === 0) yield passed(id, 'Storage account and key vault are named');
      else
        yield {
          at: id,
          message: 'unnamed',
          facts: { workspace: name, lacking: lacking.map(({ words }) => words) },
          evidence: lacking.map(({ words }) => `${words}: none`),
          remedy: wayTo(design, workspace, lacking),
          fix: nameAll(context, workspace, lacking),
        };
    }
  },
});
