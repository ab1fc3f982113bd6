import { serviceEndpointPolicyAliases } from '#catalog';
import { findOfKind, flatMapped, type Resource, type ResourceId } from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import { either, type Match } from './tags.ts';
import type { Target } from './target.ts';

/** What the service endpoint policies of a subnet answer to a packet for storage. */
export interface PolicyAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  readonly by: string;
  readonly at: ResourceId;
  readonly missing?: string;
}

/** What the policies of a subnet name, in lower case; `unseen` is the first of them that is not shown. */
interface Named {
  readonly first: ResourceId;
  readonly by: string;
  readonly entries: readonly string[];
  readonly unseen?: ResourceId;
}

const namedBy = estateQuestion((estate, subnet: ResourceId): Named | undefined => {
  const policies = findOfKind(estate.design, subnet, 'subnet')?.serviceEndpointPolicies ?? [];
  const [first] = policies;
  if (first === undefined) return undefined;
  const unseen = policies.find((id) => !estate.isShown(id));
  const entries = flatMapped(policies, (id) =>
    flatMapped(findOfKind(estate.design, id, 'service-endpoint-policy')?.definitions ?? [], (definition) =>
      definition.serviceResources.map((one) => one.toLowerCase()),
    ),
  );
  const by = `service endpoint policy ${policies.map((id) => estate.nameOf(id)).join(', ')}`;
  return { first, by, entries, ...(unseen === undefined ? {} : { unseen }) };
});

/**
 * With a policy, only accounts and aliases that it names are reachable by the subnet's service endpoint, which is named
 * here; by one that names nothing none are. Storage that Microsoft manages for the nodes is what the Azure Machine Learning alias names.
 */
export const filterByEndpointPolicies = (
  estate: Estate,
  subnet: ResourceId,
  target: Target,
  endpoint: string,
): PolicyAnswer | undefined => {
  const named = target.serviceTag?.toLowerCase() === 'storage' ? namedBy(estate, subnet) : undefined;
  if (!named) return undefined;
  const { first: at, by, entries, unseen } = named;
  if (unseen !== undefined) {
    const name = estate.nameOf(unseen);
    const missing = `the definitions of service endpoint policy ${name}`;
    return { access: 'unknown', by: name, at: unseen, missing };
  }
  const isGlobal = endpoint.toLowerCase().endsWith('.global');
  const match = entries.reduce<Match>((so, entry) => either(so, matchEntry(entry, target, isGlobal)), 'no');
  if (match === 'maybe') return { access: 'unknown', by, at, missing: `whether ${by} names ${target.label}` };
  return { access: match === 'yes' ? 'Allow' : 'Deny', by, at };
};

const { machineLearning } = serviceEndpointPolicyAliases;
/** Aliases that hold storage which Microsoft manages for the nodes. */
const aliasesOfNodes = new Set([machineLearning.toLowerCase(), '/services/azure']);
/** That of Batch, under which the nodes run, may hold it too: no page says. */
const aliasOfBatch = '/services/azure/batch';

function matchEntry(entry: string, { service, host, isForeign }: Target, isGlobal: boolean): Match {
  if (service) return matchAccount(entry, service.resource);
  if (isForeign) return 'no';
  const isAnyAccount = host === undefined || host.startsWith('*');
  if (!isAnyAccount) return entry.endsWith(`/storageaccounts/${host.split('.')[0]}`) ? 'yes' : 'no';
  if (host === undefined) return 'no';
  // How the global service endpoint and an alias go together is documented nowhere.
  if (aliasesOfNodes.has(entry)) return isGlobal ? 'maybe' : 'yes';
  return entry === aliasOfBatch ? 'maybe' : 'no';
}

/** An entry names an account, or all accounts of a resource group or subscription. */
function matchAccount(entry: string, { azureId, name }: Resource): Match {
  if (azureId !== undefined) {
    const own = azureId.toLowerCase();
    return own === entry || own.startsWith(`${entry}/`) ? 'yes' : 'no';
  }
  if (entry.includes('/storageaccounts/'))
    return entry.endsWith(`/storageaccounts/${name.toLowerCase()}`) ? 'yes' : 'no';
  return entry.startsWith('/subscriptions/') ? 'maybe' : 'no';
}
