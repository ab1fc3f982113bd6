import {
  type ComputeKind,
  type Condition,
  frontDoorFrontendReplacement,
  type OutboundRequirement,
  requiredOutbound,
} from '#catalog';
import { type Architecture, preventsExfiltration } from '../architecture.ts';
import { hasPrivateMonitoring, type SubnetRole } from './site.ts';

/** Kinds of computes in a subnet; people’s machines open pages as an instance does. */
const kindsIn: Readonly<Partial<Record<SubnetRole, readonly ComputeKind[]>>> = {
  training: ['compute-instance', 'compute-cluster', 'serverless-compute'],
  jump: ['compute-instance'],
  clients: ['compute-instance'],
  scoring: ['kubernetes-cluster'],
};

/** What studio and the command line need: signing in, managing, and the pages themselves. */
const forPeople: readonly string[] = [
  'microsoft-entra-id',
  'azure-resource-manager',
  'azure-machine-learning',
  'studio-and-automated-ml',
];

const isPeoples = (role: SubnetRole): boolean => role === 'jump' || role === 'clients';

const conditionsOf = (architecture: Architecture): readonly Condition[] => [
  ...(architecture.computes.havePublicAddresses ? [] : (['no-public-ip'] as const)),
  ...(architecture.goals.workspace === 'private' ? (['private-workspace'] as const) : []),
  ...(hasPrivateMonitoring(architecture) ? [] : (['without-monitor-private-link-scope'] as const)),
];

/** What the computes of a subnet have to reach: no more, no less. */
export function requirementsOf(architecture: Architecture, role: SubnetRole): readonly OutboundRequirement[] {
  const kinds = kindsIn[role] ?? [];
  const held = conditionsOf(architecture);
  const { software } = architecture.goals;
  return requiredOutbound.filter(
    (one) =>
      (one.software === undefined || software.includes(one.software)) &&
      (!isPeoples(role) || one.software !== undefined || forPeople.includes(one.id)) &&
      one.computes.some(
        ({ kind, when }) => kinds.includes(kind) && (when === undefined || held.includes(when)),
      ),
  );
}

/** Read and write through a tag that anyone can rent space behind: a firewall opens its host names instead. */
export const isOpenedByHost = ({ serviceTag, underExfiltrationPrevention }: OutboundRequirement): boolean =>
  serviceTag === undefined || underExfiltrationPrevention === 'by-host-name';

/** Storage goes by the service endpoint where a policy narrows it, and past the firewall. */
export const isKeptFromFirewall = (
  architecture: Architecture,
  { serviceTag }: OutboundRequirement,
): boolean => preventsExfiltration(architecture) && serviceTag === 'Storage';

/** The tag as narrow as Azure has it. */
export const tagOf = ({ region }: Architecture, { serviceTag, isRegional }: OutboundRequirement): string =>
  `${serviceTag}${isRegional ? `.${region}` : ''}`;

/** Host names to open in the architecture's cloud and region. */
export function hostsOf(
  { goals, region }: Architecture,
  { id, hosts }: OutboundRequirement,
): readonly string[] {
  const own = hosts[goals.cloud].map((host) => host.replaceAll('{region}', region));
  const isPublicStudio = id === 'studio-and-automated-ml' && goals.cloud === 'public';
  return isPublicStudio ? [...own, ...frontDoorFrontendReplacement.automatedMlHosts] : own;
}
