import type { Goals } from '#model';

/** How the networks of an architecture hang together. */
export type Topology =
  /** Everything in one virtual network. */
  | 'one-network'
  /** A hub with what is shared, and a spoke for each workspace. */
  | 'hub-and-spoke'
  /** Endpoints in a main network, computes in one that is not peered with it. */
  | 'isolated'
  /** Computes in the managed virtual network of the workspace; a network of one's own for the people. */
  | 'managed';

/** What scores, besides a Kubernetes cluster. */
export type Scoring = 'managed-online-endpoint' | 'batch-endpoint' | 'kubernetes-online-endpoint';

/** How a name server in Azure is provided for those that do not ask Azure DNS themselves. */
export type NameService =
  /** Every network asks Azure DNS; only a site on-premises gets a resolver to ask. */
  | 'azure'
  /** The DNS proxy of the firewall. */
  | 'firewall'
  /** A DNS Private Resolver, which the spokes ask too. */
  | 'resolver'
  /** A DNS server of one's own, which the spokes ask too. */
  | 'server';

/** Where people and programs work from. */
export type Workplace =
  /** A machine that is reached by way of Bastion. */
  | 'jump-box'
  /** Machines in a subnet of the shared network: desktops, applications. */
  | 'clients'
  | 'on-premises'
  | 'internet';

/**
 * Everything that tells one architecture from another, as data: blueprints and plans state one of these, and
 * `compose` makes the design.
 */
export interface Architecture {
  /** Of the design. */
  readonly name: string;
  readonly goals: Goals;
  /** Azure's programmatic location name. */
  readonly region: string;
  /** CIDR from which every network takes its part. */
  readonly addressSpace: string;
  /** Workspaces, each with dependencies and computes of its own. */
  readonly workspaces: number;
  readonly topology: Topology;
  /** What computes of one's own networks leave by. */
  readonly egress: 'firewall' | 'nat-gateway';
  /** The firewall lets computes browse, besides what they need; only where the internet is open. */
  readonly opensEveryHost: boolean;
  /** In each workspace. */
  readonly computes: {
    readonly hasInstance: boolean;
    /** Nodes of the training cluster at its largest; without training only images are built. */
    readonly trainingNodes: number;
    readonly serverlessNodes: number;
    /** Nodes of a Kubernetes cluster at its largest. */
    readonly kubernetesNodes: number;
    readonly havePublicAddresses: boolean;
  };
  readonly scoring: readonly Scoring[];
  /** Online endpoints have public addresses: only for a public workspace. */
  readonly hasPublicEndpoints: boolean;
  readonly names: NameService;
  /** How a site on-premises is joined. */
  readonly connection: 'none' | 'express-route' | 'vpn';
  /** Where engineers work from. */
  readonly engineers: readonly Workplace[];
  /** Where those who call online endpoints are. */
  readonly callers: readonly Workplace[];
}

/** Whether data must not leave for places nobody approved. */
export const preventsExfiltration = ({ goals }: Pick<Architecture, 'goals'>): boolean =>
  goals.exfiltrationPrevention === 'on';

/** Whether computes may reach any place on the internet. */
export const opensInternet = (architecture: Pick<Architecture, 'goals'>): boolean =>
  architecture.goals.internetOutbound === 'allowed' && !preventsExfiltration(architecture);
