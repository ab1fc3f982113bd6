import { findResource, type ResourceId } from '#model';
import type { Estate } from './estate.ts';
import { namedDestinations } from './named-destinations.ts';
import type { Destination, PacketQuery, RequiredFlow } from './network.ts';

/** A service that something rests on, and what for. */
export interface Need {
  readonly resource: ResourceId | undefined;
  readonly groupId: string;
  readonly ports?: readonly number[];
  readonly purpose: string;
  /** What its further names are for, where they are asked for as well. */
  readonly further?: string;
  readonly requirement?: string;
  /** Which computes have it; absent where all have. */
  readonly of?: 'those-in-subnets' | 'all-but-kubernetes' | 'clusters-with-batches';
  /** Which computes ask for the further names, likewise. */
  readonly furtherOf?: 'instances';
}

/** A required flow but for what sends it. */
export interface Way extends Omit<RequiredFlow, 'from' | 'id'> {
  /** The id without its source. */
  readonly tail: string;
  readonly of?: Need['of'] | Need['furtherOf'];
}

/** In the order of the needs; services that are not in the document are left out. */
export function waysTo(estate: Estate, needs: readonly Need[]): readonly Way[] {
  const ways: Way[] = [];
  for (const need of needs) {
    const { groupId, ports = onlyHttps, purpose, further, requirement, of, furtherOf } = need;
    const service = findResource(estate.design, need.resource);
    if (!service) continue;
    const [main, ...more] = namedDestinations(estate, { id: service.id, groupId });
    for (const port of ports) {
      if (main !== undefined) ways.push(wayTo(main.to, port, purpose, { requirement, of }));
      if (further === undefined) continue;
      for (const { to, member = '' } of more)
        ways.push(wayTo(to, port, further, { what: member, member, of: furtherOf ?? of }));
    }
  }
  return ways;
}

const onlyHttps: readonly number[] = [443];

interface WayDetails extends Pick<Way, 'of'> {
  /** For the id of a flow to something else than a service's main name. */
  readonly what?: string;
  /** Absent where it has the address of the main name. */
  readonly member?: string;
  readonly requirement?: string | undefined;
}

/** To the main name of a destination, or to what else is said. */
export const wayTo = (
  to: Destination,
  port: number,
  purpose: string,
  { what, member, requirement, of }: WayDetails = {},
): Way => {
  const place = `${to.resource}/${to.groupId ?? ''}${what === undefined ? '' : `/${what}`}`;
  const tail = tailOf(place, 'Tcp', port);
  const plain: Way = { to, protocol: 'Tcp', port, tail, purpose, access: 'not-classified' };
  if (member === undefined && requirement === undefined && of === undefined) return plain;
  return {
    ...plain,
    ...(member !== undefined && { member }),
    ...(requirement !== undefined && { requirement }),
    ...(of && { of }),
  };
};

/** The flow of what sends by a way. */
export const flowBy = (
  from: ResourceId,
  { to, protocol, port, tail, purpose, access, member, requirement }: Way,
): RequiredFlow => {
  const plain: RequiredFlow = { from, to, protocol, port, id: from + tail, purpose, access };
  if (member === undefined && requirement === undefined) return plain;
  return {
    ...plain,
    ...(member !== undefined && { member }),
    ...(requirement !== undefined && { requirement }),
  };
};

/** The id of a flow without its source. */
export const tailOf = (what: string, protocol: PacketQuery['protocol'], port: number): string =>
  ` → ${what} ${protocol.toLowerCase()}/${port}`;
