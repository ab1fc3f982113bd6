import type { Design, Resource } from '#model';
import { createListReceiver, createListSender, type ListDelta } from './list-delta.ts';

/** A design for someone who has an earlier one. */
export interface DesignDelta extends Omit<Design, 'resources' | 'layout' | 'notes'> {
  readonly resources: ListDelta<Resource>;
}

/** Tells one receiver of each design only what it does not have. Positions and notes decide no rule and are left out. */
export function createDeltaSender(): (design: Design) => DesignDelta {
  const send = createListSender<Resource>();
  return ({ layout: _, notes: __, ...design }) => ({ ...design, resources: send(design.resources) });
}

/** The other end: what was not sent again is the very object of before, so that answers about it are kept. */
export function createDeltaReceiver(): (delta: DesignDelta) => Design {
  const receive = createListReceiver<Resource>();
  return (delta) => ({ ...delta, layout: {}, resources: receive(delta.resources) });
}
