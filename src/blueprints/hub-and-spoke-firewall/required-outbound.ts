import { type Condition, type OutboundRequirement, requiredOutbound } from '#catalog';

export const region = 'westeurope';

/** Optional software whose hosts are opened. */
export const software: readonly string[] = ['conda', 'pip'];

const conditionsThatHold: readonly Condition[] = ['no-public-ip', 'private-workspace'];
const kinds: readonly string[] = ['compute-instance', 'compute-cluster'];

const applies = ({ computes, software: wanted }: OutboundRequirement): boolean =>
  (wanted === undefined || software.includes(wanted)) &&
  computes.some(
    ({ kind, when }) => kinds.includes(kind) && (when === undefined || conditionsThatHold.includes(when)),
  );

/** What the computes of this architecture have to reach: no more, no less. */
export const requirements: readonly OutboundRequirement[] = requiredOutbound.filter(applies);

/** Read and write through a tag that anyone can rent space behind: opened by host name instead. */
const isOpenedByHost = ({ serviceTag, id }: OutboundRequirement): boolean =>
  serviceTag === undefined || id === 'studio-and-automated-ml';

export const requirementsByTag = requirements.filter((one) => !isOpenedByHost(one));
export const requirementsByHost = requirements.filter(isOpenedByHost);

/** The tag as narrow as Azure has it. */
export const tagOf = ({ serviceTag, isRegional }: OutboundRequirement): string =>
  `${serviceTag}${isRegional ? `.${region}` : ''}`;
