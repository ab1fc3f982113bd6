import type { PerCloud } from './cloud.ts';
import type { Source } from './source.ts';

/** Compute kinds of the model that send packets through a virtual network. */
export type ComputeKind =
  | 'compute-instance'
  | 'compute-cluster'
  | 'serverless-compute'
  | 'kubernetes-cluster';

/** When a requirement applies. */
export type Condition =
  | 'no-public-ip'
  | 'without-monitor-private-link-scope'
  | 'hbi-workspace'
  | 'private-workspace';

/** A destination that Azure Machine Learning, or software on it, has to reach. */
export interface OutboundRequirement {
  readonly id: string;
  /** For people: `sign-in with Microsoft Entra ID`. */
  readonly purpose: string;
  /** Service tag without region. Absent: only host names say it. */
  readonly serviceTag?: string;
  /** The tag may be narrowed to the region: `Storage.westeurope`. */
  readonly isRegional: boolean;
  /** Host names behind it, `*` leftmost and `{region}` for the region; a firewall opens the tag or all of these. */
  readonly hosts: PerCloud<readonly string[]>;
  readonly protocol: 'Tcp' | 'Udp' | 'Any';
  readonly ports: readonly number[];
  /** Whether data could be written there to a place nobody approved. */
  readonly access: 'read-only' | 'read-write' | 'not-classified';
  readonly computes: readonly { readonly kind: ComputeKind; readonly when?: Condition }[];
  /** Nothing fails for everyone without it: no finding is made of its absence. */
  readonly isOptional?: boolean;
  /** Optional software that needs it, as goals name it. */
  readonly software?: string;
  readonly isUnverified?: boolean;
  readonly sources: readonly Source[];
}

/** Traffic that must be let in. */
export interface InboundRequirement {
  readonly id: string;
  readonly purpose: string;
  /** Model kinds it applies to. */
  readonly kinds: readonly string[];
  readonly when?: 'public-ip';
  /** Service tag or `*`. */
  readonly from: string;
  readonly protocol: 'Tcp' | 'Udp' | 'Any';
  /** Ports and ranges as a security rule writes them. */
  readonly ports: readonly string[];
  readonly isOptional?: boolean;
  readonly isUnverified?: boolean;
  readonly sources: readonly Source[];
}
