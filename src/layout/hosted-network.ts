import type { ResourceId } from '#model';

/** A private endpoint that Azure makes by itself: no resource of the design is it. */
export interface HostedEndpoint {
  readonly id: string;
  readonly name: string;
  /** The service that it leads to. */
  readonly fact: string;
  readonly target: ResourceId;
  /** The part of it, by the name that private endpoints have for it. */
  readonly groupId: string;
}

/** A few words on a hosted network, with all that they stand for. */
export interface HostedBadge {
  readonly id: string;
  readonly text: string;
  readonly icon: string;
  readonly label: string;
}

/** A network that Microsoft runs, drawn around what runs in it. It is derived: no resource of the design is it. */
export interface HostedNetwork {
  readonly id: string;
  /** The workspace, or the online endpoint, that it belongs to. */
  readonly holder: ResourceId;
  readonly title: string;
  readonly fact: string;
  /** Computes and online endpoints in it. */
  readonly members: readonly ResourceId[];
  readonly endpoints: readonly HostedEndpoint[];
  readonly badges: readonly HostedBadge[];
}
