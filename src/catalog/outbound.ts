import type { PerCloud } from './cloud.ts';
import type { Sourced } from './source.ts';

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
  | 'private-workspace'
  /** The API server of the cluster has a public address. */
  | 'public-api-server'
  /** Nodes that were made before March 2021. */
  | 'outdated-nodes'
  | 'gpu-nodes'
  /** A firewall stands between the computes and the endpoint of their storage. */
  | 'firewall-before-storage'
  /** The firewall knows no service tags: every host has to be listed. */
  | 'without-service-tags';

/** What becomes of a requirement once a service endpoint policy guards the storage of the computes. */
export type UnderExfiltrationPrevention =
  /** The tag has to stay open; nothing can be written to a place that nobody approved. */
  | 'stays'
  /** Open in the security group only: the policy filters it, and its route passes the firewall by. */
  | 'filtered-by-policy'
  /** The tag is closed, its host names are opened instead. */
  | 'by-host-name';

/** A destination that Azure Machine Learning, or software on it, has to reach. */
export interface OutboundRequirement extends Sourced {
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
  readonly underExfiltrationPrevention?: UnderExfiltrationPrevention;
  readonly computes: readonly { readonly kind: ComputeKind; readonly when?: Condition }[];
  /** Of a Kubernetes cluster it is the nodes that need it, and not the pods. */
  readonly isOfNodes?: true;
  /** Nothing fails for everyone without it: no finding is made of its absence. */
  readonly isOptional?: boolean;
  /** Optional software that needs it, as goals name it. */
  readonly software?: string;
}

/** Traffic that the security group of a subnet has to let through for the service that lies in it. */
interface SubnetTraffic extends Sourced {
  readonly id: string;
  readonly purpose: string;
  /** Model kinds it applies to. */
  readonly kinds: readonly string[];
  /** Service tag or `*`. */
  readonly from: string;
  readonly to: string;
  readonly protocol: 'Tcp' | 'Udp' | 'Any';
  /** Ports and ranges as a security rule writes them. */
  readonly ports: readonly string[];
  readonly isOptional?: boolean;
}

/** Traffic that must be let in. */
export interface InboundRequirement extends SubnetTraffic {
  /** Computes with a public address of their own, or the generation of an application gateway. */
  readonly when?: 'public-ip' | 'application-gateway-v1' | 'application-gateway-v2';
}

/** Traffic within Azure that must be let out of a subnet. */
export interface SubnetOutboundRequirement extends SubnetTraffic {}
