import { childrenOf, type Design, enclosing, findResource, type Resource } from '#model';
import { deriveNetwork } from '#network';
import type { Way } from './joint.ts';

/** Asked before the rest is left: a subnet of many nodes reaches a service alike. */
const most = 12;

/** Kinds that ask services for something. */
const isSender = ({ kind }: Resource) =>
  /^(compute-|serverless-compute|kubernetes-cluster|attached-compute|virtual-machine|client)/.test(kind);

/** Databases are asked at a port of their own. */
const portOf = ({ kind }: Resource) => (kind === 'sql-server' ? 1433 : 443);

/**
 * Why nothing reaches a service by a way that was opened to it, in words for people; `undefined` where something does, or
 * the design does not show enough to tell. A service endpoint is of use in its subnet alone.
 */
export function whyNotReached(design: Design, { service, subnet, groupId }: Way): string | undefined {
  const to = findResource(design, service);
  const network = enclosing(design, subnet, 'virtual-network')?.id;
  const isNear = ({ id }: Resource) => enclosing(design, id, 'virtual-network')?.id === network;
  const around = groupId === undefined ? childrenOf(design, subnet) : design.resources;
  const senders = around
    .filter(isSender)
    .toSorted((one, other) => Number(isNear(other)) - Number(isNear(one)))
    .slice(0, most);
  const [first] = senders;
  if (!to) return undefined;
  if (!first) {
    const where = groupId === undefined ? `in ${findResource(design, subnet)?.name}` : 'in the design';
    return `${to.name} is ready to be reached, but nothing ${where} would ask it for anything.`;
  }
  const { trace } = deriveNetwork(design);
  const traces = senders.map(({ id }) =>
    trace({
      from: id,
      to: { resource: service, ...(groupId === undefined ? {} : { groupId }) },
      protocol: 'Tcp',
      port: portOf(to),
    }),
  );
  if (traces.some(({ verdict }) => verdict === 'delivered' || verdict === 'cannot-tell')) return undefined;
  const reason = traces[0]?.hops.find(({ outcome }) => outcome === 'blocks')?.text;
  return `${first.name} still cannot reach ${to.name}${reason === undefined ? '.' : `: ${reason}`}`;
}
