import { admitsByRulesAlone } from '#catalog';
import { counted, type Design, edits, type Resource, type ResourceKind, type ResourceOf } from '#model';
import { holdEveryAddress } from '#network';
import { endpointsOfConcern } from '../dns/endpoints-of-concern.ts';
import {
  computesOf,
  type Dependency,
  datastoreAccounts,
  dependenciesInUse,
  dependenciesNotShown,
  isShown,
  type Workspace,
  wantsPrivate,
  workspacesNotShown,
  workspacesOf,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { notShown } from '../missing.ts';
import { cannotTell, defineRule, type Fix, passed, type RuleContext } from '../rule.ts';

/** A compute cluster of a workspace that nothing builds images for yet. */
const builderFor = (design: Design, { id, imageBuildCompute }: Workspace) =>
  imageBuildCompute === undefined
    ? computesOf(design, id).find((one) => one.kind === 'compute-cluster')
    : undefined;

/** Closing a registry shuts ACR Tasks out: a cluster has to build images from then on. */
function closeFix(design: Design, service: Dependency, workspaces: readonly Workspace[]): Fix | undefined {
  const isRegistry = service.kind === 'container-registry';
  const lacking = isRegistry ? workspaces.filter((one) => one.imageBuildCompute === undefined) : [];
  const builders = lacking.map((workspace) => ({ workspace, cluster: builderFor(design, workspace) }));
  if (builders.some(({ cluster }) => cluster === undefined)) return undefined;
  return {
    title: 'Turn public network access off',
    changes: [
      `Disable the public network access of ${service.name}`,
      ...builders.map(
        ({ workspace, cluster }) => `Let ${cluster?.name} build the images of ${workspace.name}`,
      ),
    ],
    apply: (before) =>
      builders.reduce(
        (current, { workspace, cluster }) =>
          edits.updateResource(current, workspace.id, 'workspace', { imageBuildCompute: cluster?.name }),
        edits.updateResource(before, service.id, service.kind, { publicNetworkAccess: 'Disabled' }),
      ),
  };
}

const companionKinds = [
  'registry',
  'storage-account',
  'key-vault',
  'container-registry',
  'ai-services',
  'ai-search',
  'sql-server',
  'cosmos-db',
  'event-hubs',
  'data-factory',
] as const satisfies readonly ResourceKind[];
type Companion = ResourceOf<(typeof companionKinds)[number]>;

const isCompanion = (resource: Resource): resource is Companion =>
  isShown(resource) && companionKinds.some((kind) => kind === resource.kind);

/** Services besides those that workspaces name, to which endpoints beside the workspaces' own lead. */
function companionsOf(context: RuleContext) {
  const found = new Map<Companion, string[]>();
  const { design } = context;
  const named = new Set(
    [...dependenciesInUse(design), ...datastoreAccounts(design)].map(({ service }) => service.id),
  );
  for (const { endpoint, target } of endpointsOfConcern(context)) {
    if (isCompanion(target) && !named.has(target.id))
      found.set(target, [...(found.get(target) ?? []), endpoint.name]);
  }
  return [...found].map(([service, endpoints]) => ({ service, endpoints }));
}

export const publicNetworkAccess = defineRule({
  id: 'public-network-access',
  category: 'Private endpoints',
  severity: () => 'error',
  title: 'Service is open to public networks',
  holds: 'The service refuses public networks',
  remedy: 'Set publicNetworkAccess to Disabled once the private endpoints are in place.',
  messages: {
    workspace: (f: { workspace: string }) => `${f.workspace} can be reached from the internet`,
    allowlist: (f: { workspace: string; count: number }) =>
      `${f.workspace} can be reached from ${counted(f.count, 'address range')} on the internet`,
    open: (f: { service: string }) => `${f.service} accepts connections from every network`,
    selected: (f: { service: string }) =>
      `${f.service} leaves its public endpoint on, for selected networks only`,
    companion: (f: { service: string; endpoints: readonly string[] }) =>
      `${f.service} accepts connections from every network, although ${listed(f.endpoints)} ${f.endpoints.length === 1 ? 'leads' : 'lead'} to it privately`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design } = context;
    for (const workspace of workspacesOf(design)) {
      const { id, name, ipAllowlist = [] } = workspace;
      const access = `publicNetworkAccess: ${workspace.publicNetworkAccess ?? 'not set (Enabled)'}`;
      const fix = {
        title: 'Turn public network access off',
        changes: [`Disable the public network access of ${name}`],
        apply: (before: Design) =>
          edits.updateResource(before, id, 'workspace', {
            publicNetworkAccess: 'Disabled',
            ipAllowlist: undefined,
          }),
      };
      if (workspace.publicNetworkAccess === 'Disabled') yield passed(id, access);
      else if (ipAllowlist.length > 0 && !holdEveryAddress(ipAllowlist))
        yield {
          at: id,
          message: 'allowlist',
          severity: 'warning',
          facts: { workspace: name, count: ipAllowlist.length },
          evidence: [access, `ipAllowlist: ${ipAllowlist.join(', ')}`],
          fix,
        };
      else
        yield {
          at: id,
          message: 'workspace',
          facts: { workspace: name },
          evidence: ipAllowlist.length > 0 ? [access, `ipAllowlist: ${ipAllowlist.join(', ')}`] : access,
          fix,
        };
    }
    for (const { id, azureId } of [...workspacesNotShown(design), ...dependenciesNotShown(design)])
      yield cannotTell(id, notShown(`the network settings of ${labelOf(design, id)}`, azureId));
    for (const { service, workspaces } of [...dependenciesInUse(design), ...datastoreAccounts(design)]) {
      const { id, name, networkAcls } = service;
      const { defaultAction: action, ipRules = [] } = networkAcls ?? {};
      const access = `publicNetworkAccess: ${service.publicNetworkAccess ?? 'not set (Enabled)'}`;
      if (service.publicNetworkAccess === 'Disabled') yield passed(id, access);
      else if (service.publicNetworkAccess === 'SecuredByPerimeter')
        yield cannotTell(id, { fact: 'the access rules of the network security perimeter' });
      else {
        const found = {
          at: id,
          facts: { service: name },
          evidence: [
            access,
            `Default action: ${action ?? 'not set (Allow)'}`,
            ...(ipRules.length > 0 ? [`ipRules: ${ipRules.join(', ')}`] : []),
          ],
          fix: closeFix(design, service, workspaces),
        };
        if (action === 'Deny' && !holdEveryAddress(ipRules))
          yield { ...found, message: 'selected', severity: 'warning' };
        else yield { ...found, message: 'open' };
      }
    }
    for (const { service, endpoints } of companionsOf(context)) {
      const { id, name, kind } = service;
      const networkAcls = 'networkAcls' in service ? service.networkAcls : undefined;
      if (service.publicNetworkAccess !== 'Enabled') continue;
      const isNarrowed = admitsByRulesAlone(kind)
        ? !holdEveryAddress(networkAcls?.ipRules ?? [])
        : networkAcls?.defaultAction === 'Deny';
      if (isNarrowed) continue;
      yield {
        at: id,
        message: 'companion',
        severity: 'warning',
        facts: { service: name, endpoints },
        evidence: [
          'publicNetworkAccess: Enabled',
          `Default action: ${networkAcls?.defaultAction ?? 'not set (Allow)'}`,
        ],
        fix: {
          title: 'Turn public network access off',
          changes: [`Disable the public network access of ${name}`],
          apply: (before) => edits.updateResource(before, id, kind, { publicNetworkAccess: 'Disabled' }),
        },
      };
    }
  },
});
