import type { Design, ResourceId } from '#model';

/** One way to join two things. */
export interface Joint {
  readonly id: string;
  /** What it is joined to; the resource itself where it is joined to several at once. */
  readonly target: ResourceId;
  /** `Peer vnet-ml with vnet-hub, both ways`: it stands alone in the list of all commands. */
  readonly title: string;
  /** What is done with `target`, where that is named beside it: `Peer, both ways`. */
  readonly how: string;
  /** What alone tells it from others between the same two things: `blob`. */
  readonly part?: string;
  /** The way to a service that it opens. */
  readonly way?: Way;
  readonly apply: (design: Design, newId: () => ResourceId) => Design;
}

/** A way to a service: by a private endpoint for a sub-resource in a subnet, or by a service endpoint of it. */
export interface Way {
  readonly service: ResourceId;
  readonly subnet: ResourceId;
  readonly groupId?: string;
}
