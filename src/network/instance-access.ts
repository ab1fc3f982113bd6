import { findResource, type Resource, type ResourceOf } from '#model';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import type { PacketQuery } from './network.ts';
import type { Sender } from './sender.ts';
import { type AccessAnswer, allow, deny, unknown } from './service-access.ts';
import { either, type Match } from './tags.ts';
import { isService } from './target.ts';

/**
 * A workspace itself asks another service: from a network of Microsoft, with its own identity, at the public endpoint.
 * `false` where something else asks, or something else is asked.
 */
export const askAsInstance = (
  ground: Ground,
  journey: Journey,
  { to }: PacketQuery,
  { resource: workspace }: Sender,
): boolean => {
  if (workspace?.kind !== 'workspace') return false;
  const service = findResource(ground.estate.design, to.resource);
  if (!service || !isService(service) || service.kind === 'workspace') return false;
  const { access, by, text, missing } = instanceAccess(service, workspace);
  const place = { at: service.id, place: service.name, by };
  if (access === 'Allow') journey.pass(() => ({ ...place, text }));
  else if (access === 'Deny') journey.block('service-refused', { ...place, text });
  else journey.lack({ fact: missing ?? by }, place);
  if (access === 'Allow' && by.startsWith(trusted))
    journey.assume(() => `${workspace.name} is taken to sign in with its managed identity.`);
  return true;
};

const trusted = 'networkAcls.bypass';

/** Services whose exception for trusted services is on unless it is turned off. */
const trustsByDefault: ReadonlySet<Resource['kind']> = new Set<Resource['kind']>([
  'storage-account',
  'key-vault',
  'container-registry',
]);

/** Rules for resource instances and the exception for trusted services hold with public access disabled, too. */
function instanceAccess(service: Resource, workspace: ResourceOf<'workspace'>): AccessAnswer {
  const { name } = service;
  if (service.presence !== undefined) return unknown(service, `the service firewall of ${name}`);
  const access = 'publicNetworkAccess' in service ? service.publicNetworkAccess : undefined;
  const rules = 'networkAcls' in service ? service.networkAcls : undefined;
  if (access === 'SecuredByPerimeter')
    return unknown(service, `the rules of the network security perimeter around ${name}`);
  if (access !== 'Disabled' && rules?.defaultAction !== 'Deny')
    return allow(service, 'networkAcls.defaultAction', 'its public endpoint is open');
  const named = matchInstances(rules?.resourceAccessRules ?? [], workspace);
  if (named === 'yes')
    return allow(service, 'networkAcls.resourceAccessRules', `it admits the instance ${workspace.name}`);
  const bypass = rules?.bypass ?? (trustsByDefault.has(service.kind) ? ['AzureServices'] : undefined);
  if (bypass?.some((one) => one.toLowerCase() === 'azureservices'))
    return allow(service, trusted, 'it admits trusted services of Azure');
  if (named === 'maybe') return unknown(service, `the Azure resource id of ${workspace.name}`);
  if (bypass === undefined) return unknown(service, `whether ${name} admits trusted services`);
  const why = 'it admits neither this instance nor trusted services';
  return deny(service, why, rules ? 'networkAcls' : 'publicNetworkAccess');
}

/** Whether one of the resource ids, which may hold wildcards, is the workspace's; `maybe` where its own id is not known. */
export const matchInstances = (patterns: readonly string[], workspace: ResourceOf<'workspace'>): Match =>
  patterns.reduce<Match>((match, pattern) => either(match, matchInstance(pattern, workspace)), 'no');

function matchInstance(pattern: string, { azureId, name }: ResourceOf<'workspace'>): Match {
  const wanted = pattern.toLowerCase().split('/');
  if (azureId !== undefined) {
    const own = azureId.toLowerCase().split('/');
    const isSame =
      own.length === wanted.length && wanted.every((part, at) => part === '*' || part === own[at]);
    return isSame ? 'yes' : 'no';
  }
  const isWorkspace = wanted.at(-3) === 'microsoft.machinelearningservices' && wanted.at(-2) === 'workspaces';
  if (!isWorkspace) return 'no';
  if (wanted.at(-1) === name.toLowerCase()) return 'yes';
  return wanted.at(-1) === '*' ? 'maybe' : 'no';
}
