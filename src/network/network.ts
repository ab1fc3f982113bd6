import type { Design, FirewallRule, ResourceId, RuleCollection, SecurityRule } from '#model';

/** What a part of a subnet takes, and why. */
export interface AddressUse {
  /** Absent for what Azure keeps or what no resource stands for. */
  readonly resource?: ResourceId;
  readonly label: string;
  /** Addresses at its largest size. */
  readonly count: number;
  /** How the count comes about, e.g. `(12 + 1) × (1 + 30) + 2`. */
  readonly arithmetic?: string;
}

export interface SubnetUsage {
  readonly subnet: ResourceId;
  /** Addresses that can be given out: size less the five that Azure keeps. Not finite facts: 0 for no prefix. */
  readonly capacity: number;
  /** Addresses taken when everything in the subnet has its largest size. */
  readonly used: number;
  /** Negative when they do not fit. */
  readonly free: number;
  readonly uses: readonly AddressUse[];
  /** Azure sizes what is in it (firewall, gateway, Bastion): counting says nothing. */
  readonly isSizedByAzure: boolean;
  /** One line for people: `41 of 251`. */
  readonly arithmetic: string;
}

export interface EffectiveRoute {
  readonly addressPrefix: string;
  readonly origin: 'default' | 'peering' | 'service-endpoint' | 'private-endpoint' | 'gateway' | 'user';
  readonly nextHopType:
    | 'VnetLocal'
    | 'VNetPeering'
    | 'VirtualAppliance'
    | 'VirtualNetworkGateway'
    | 'VirtualNetworkServiceEndpoint'
    | 'InterfaceEndpoint'
    | 'Internet'
    | 'None';
  readonly nextHopIpAddress?: string;
  /** The resource that is the next hop: firewall, appliance, gateway, peer network, endpoint. */
  readonly nextHop?: ResourceId;
  /** The route table, peering, endpoint or subnet that decided it. */
  readonly by?: ResourceId;
  readonly name: string;
  /** False when another route of the same prefix wins. */
  readonly isActive: boolean;
}

/** One security rule as it takes effect, default rules included, in the order of evaluation. */
export interface EffectiveSecurityRule {
  /** The security group; absent for Azure's default rules. */
  readonly group?: ResourceId;
  readonly name: string;
  readonly priority: number;
  readonly access: 'Allow' | 'Deny';
  readonly protocol: string;
  readonly sources: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinations: readonly string[];
  readonly destinationPorts: readonly string[];
  readonly isDefault: boolean;
}

/** A firewall's rule with its collection and the policy or firewall in which it is written. */
export interface EffectiveFirewallRule<T extends FirewallRule = FirewallRule> {
  readonly rule: T;
  readonly collection: Pick<RuleCollection, 'name' | 'action'>;
  readonly owner: string;
  /** The id of that policy or firewall. */
  readonly at: ResourceId;
}

/** A rule that can never decide. */
export interface ShadowedRule {
  readonly rule: EffectiveSecurityRule;
  /** Earlier rules that hold every packet it holds, in the order of evaluation. */
  readonly by: readonly EffectiveSecurityRule[];
}

export type Verdict =
  | 'delivered'
  | 'denied'
  | 'no-route'
  | 'no-name'
  | 'wrong-address'
  | 'service-refused'
  | 'cannot-tell';

/** A fact the document does not hold, and the command that would fetch it. */
export interface MissingFact {
  /** A noun phrase: `the rule collection groups of policy-hub`. */
  readonly fact: string;
  readonly command?: string;
}

/** A name that anybody can register and that a rule for a wildcard holds. */
export interface StrangersName {
  /** One of them. */
  readonly name: string;
  /** What they end in: `.com`. */
  readonly end: string;
  /** By TCP. */
  readonly ports: readonly number[];
}

export interface Hop {
  readonly at?: ResourceId;
  /** Name of the place for people: a resource's name, `Internet`, `Azure DNS`. */
  readonly place: string;
  readonly outcome: 'passes' | 'blocks' | 'unknown';
  /** The rule, route or record that decided. */
  readonly by: string;
  /** Where a security group decided: by which of its two lists of rules. */
  readonly direction?: SecurityRule['direction'];
  readonly text: string;
}

/** The fate of one packet, told to its end even past what stops it. */
export interface Trace {
  readonly verdict: Verdict;
  readonly hops: readonly Hop[];
  /** What has to change, each once, in hop order. */
  readonly blockers: readonly ResourceId[];
  readonly missing: readonly MissingFact[];
  /** What was taken as deployment would set it. */
  readonly assumptions: readonly string[];
}

/** What becomes of a packet, without the story: found much sooner than a trace. */
export type Fate = Pick<Trace, 'verdict' | 'blockers' | 'missing'>;

/** Where a packet goes: one of an Azure resource, a service tag with the hosts behind it, a host name, an address. */
export interface Destination {
  readonly resource?: ResourceId;
  /** Sub-resource of the service, e.g. `blob`. */
  readonly groupId?: string;
  /** Service tag without region, e.g. `AzureMachineLearning`. */
  readonly serviceTag?: string;
  /** Region of the tag's place; that of the source where absent. */
  readonly region?: string;
  /**
   * Host names behind the tag, wildcards leftmost; a firewall may allow either the tag or all of these. Beside a resource:
   * the one of its names that is asked for.
   */
  readonly hosts?: readonly string[];
  readonly address?: string;
  /** It belongs to somebody else, whatever it is: no list of approved places names it. */
  readonly isForeign?: boolean;
}

export interface PacketQuery {
  readonly from: ResourceId;
  /** The one of its addresses that it comes from; whichever it has when absent. */
  readonly fromAddress?: number;
  /** The subnet that pods of a cluster send it from, where they have one of their own. */
  readonly fromSubnet?: ResourceId;
  /** The deployment of a managed online endpoint that sends it, by name. */
  readonly deployment?: string;
  readonly to: Destination;
  /** The packet comes from a service of this tag on the internet; `from` is then only who asks. */
  readonly fromServiceTag?: string;
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

/** What a rule lets out: in its own words. */
export interface Outlet {
  readonly places: readonly string[];
  readonly protocols: readonly string[];
  readonly ports: readonly string[];
}

/** What a service of a tag sends into a subnet, or what the subnet sends there. */
export interface TaggedTraffic {
  readonly direction: 'Inbound' | 'Outbound';
  readonly serviceTag: string;
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

export interface TaggedAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  /** The rule that decided, for people: `rule DenyAll (4096) of nsg-training`. */
  readonly by: string;
  /** Where it is not known: the fact that would tell. */
  readonly missing?: string;
}

/** Something that Azure Machine Learning needs this design to make possible. */
export interface RequiredFlow extends PacketQuery {
  /** Stable: source, requirement and port. */
  readonly id: string;
  /** Of a service whose private endpoint has several addresses: the one that it goes to, where that is not the main one. */
  readonly member?: string;
  /** For people: `sign-in with Microsoft Entra ID`. */
  readonly purpose: string;
  /** Id of the catalogue's requirement; absent for flows to the design's own services. */
  readonly requirement?: string;
  /** Whether data could be written to a place nobody approved. */
  readonly access: 'read-only' | 'read-write' | 'not-classified';
}

/** A machine that a Bastion leads people to who use workspaces there. */
export interface JumpBox {
  readonly machine: ResourceId;
  /** Those in its reach. */
  readonly bastions: readonly ResourceId[];
  /** Its own network and those that are peered with it. */
  readonly reach: ReadonlySet<ResourceId>;
  /**
   * Closed ones whose people the design shows nowhere else. Near is what has an endpoint in its reach, the others have none at
   * all: what has its endpoints elsewhere is used elsewhere.
   */
  readonly workspaces: readonly { readonly id: ResourceId; readonly isNear: boolean }[];
}

/** A name whose answer has to be the address of a private endpoint. */
export interface RequiredName {
  /** Stable: source and host name. */
  readonly id: string;
  readonly from: ResourceId;
  readonly host: string;
  readonly resource: ResourceId;
  readonly groupId: string;
  readonly purpose: string;
}

/** Something that a managed virtual network lets its computes reach. */
export interface ManagedNetworkRule {
  readonly name: string;
  readonly type: 'PrivateEndpoint' | 'ServiceTag' | 'FQDN';
  /** Azure's own for every such network, made for a resource of the workspace, or written by people. */
  readonly origin: 'required' | 'automatic' | 'user';
  /** A service tag, a host name, or the name of the service that a private endpoint serves. */
  readonly destination: string;
  /** The service behind a private endpoint, where it is in the design. */
  readonly target?: ResourceId;
  readonly groupId?: string;
  /** `TCP`, `UDP`, `ICMP` or `*`; absent for private endpoints and where Azure does not say it. */
  readonly protocol?: string;
  /** `443`, `80,443`, `8000-8010` or `*`. */
  readonly ports?: string;
  /** It denies what it names. */
  readonly isDenial?: true;
  /** They count in place of the service tag. */
  readonly addressPrefixes?: readonly string[];
}

/** The virtual network that Microsoft runs for a workspace: no packet of it passes the customer's own. */
export interface ManagedNetwork {
  /** The workspace, or the hub whose network its projects share. */
  readonly workspace: ResourceId;
  readonly isolationMode: 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';
  readonly rules: readonly ManagedNetworkRule[];
  /** Computes and managed online endpoints that run in it, in document order. */
  readonly sources: readonly ResourceId[];
  /** The rules that people wrote are not listed: there may be more. */
  readonly missing?: MissingFact;
}

/** A kind of place to which data could be written without anybody's approval. */
export interface ExfiltrationDestination {
  /** Stable, e.g. `storage`. */
  readonly id: string;
  /** For people, in the middle of a sentence: `any storage account of the region`. */
  readonly title: string;
  readonly serviceTag?: string;
}

/** Whether data can get from computes to a kind of place that nobody approved. */
export interface ExfiltrationFate {
  /** Stable: place, destination, and the deployment where there is one. */
  readonly id: string;
  /** Where it starts: a subnet, a workspace (its managed network), an online endpoint, or a compute in no network of its own. */
  readonly place: ResourceId;
  readonly deployment?: string;
  /** What sends from there; the first one's packet was traced. */
  readonly sources: readonly ResourceId[];
  readonly destination: ExfiltrationDestination;
  readonly state: 'open' | 'closed' | 'cannot-tell';
  /** The packet that gets there, or the first of those that do not. */
  readonly packet: PacketQuery;
  readonly missing: readonly MissingFact[];
}

/** The same, shown by the story of the packet. */
export interface ExfiltrationPath extends ExfiltrationFate {
  readonly hops: readonly Hop[];
  /** How it leaves, where it does. */
  readonly way?: Egress['by'] | 'service-endpoint' | 'managed-network';
  /** What opens it, closes it, or is not shown; `at` is where to change that. */
  readonly decidedBy?: Hop;
  readonly assumptions: readonly string[];
  /** Why it may have to stay open, e.g. a registry that sends its layers from any storage account. */
  readonly reasons: readonly { readonly at: ResourceId; readonly text: string }[];
}

export interface Resolution {
  readonly name: string;
  /** `wrong-address`: of a name that has to be private one that nothing has, or that is another service's. */
  readonly outcome:
    | 'private-address'
    | 'wrong-address'
    | 'public-address'
    | 'no-such-name'
    | 'no-answer'
    | 'cannot-tell';
  /** Private addresses of the answer; empty for a public answer. */
  readonly addresses: readonly string[];
  /** The private endpoint whose record answered. */
  readonly endpoint?: ResourceId;
  readonly hops: readonly Hop[];
  readonly missing: readonly MissingFact[];
  readonly assumptions: readonly string[];
}

/** How packets of a subnet leave for the internet. */
export interface Egress {
  readonly by:
    | 'firewall'
    | 'appliance'
    | 'gateway'
    | 'nat-gateway'
    | 'public-ip'
    | 'load-balancer'
    | 'default-outbound'
    | 'none'
    | 'unknown';
  readonly resource?: ResourceId;
  readonly text: string;
  /** Where it is not known: the fact that would tell. */
  readonly missing?: MissingFact;
}

/** What Azure would do with a design. Everything is computed on demand and kept; the same design gives the same answers. */
export interface Network {
  readonly design: Design;
  addressing(subnet: ResourceId): SubnetUsage;
  /** Private addresses of a resource: as stated, else as deployment would give them (first usable, counted up). */
  addressesOf(resource: ResourceId): readonly string[];
  /** Whether nothing states its addresses: they are what deployment would give. */
  isAddressExpected(resource: ResourceId): boolean;
  /** What has a private address, in whichever network; of an interface its machine. */
  ownersOf(address: string): readonly ResourceId[];
  /** The address that a private endpoint has for what a destination asks for: each name of a service may have its own. */
  addressAt(endpoint: ResourceId, to: Destination): string | undefined;
  routesOf(subnet: ResourceId): readonly EffectiveRoute[];
  /** Of a subnet's security group, or of a network interface's; empty where none is attached. */
  securityRulesOf(holder: ResourceId, direction: 'Inbound' | 'Outbound'): readonly EffectiveSecurityRule[];
  /** Of those rules, what earlier ones fully cover; what cannot be told for certain is left out. */
  shadowedRulesOf(holder: ResourceId, direction: 'Inbound' | 'Outbound'): readonly ShadowedRule[];
  /** In the order in which packets meet them; what no rule allows is denied. */
  firewallRulesOf(firewall: ResourceId): {
    readonly rules: readonly EffectiveFirewallRule[];
    /** What is not shown of them; then there are none. */
    readonly missing?: MissingFact;
  };
  /**
   * What the security group of a subnet answers to what comes from a service tag or goes there, or a group itself,
   * wherever it is attached; `undefined` where the subnet has none.
   */
  answerToTag(holder: ResourceId, traffic: TaggedTraffic): TaggedAnswer | undefined;
  egressOf(subnet: ResourceId): Egress;
  /** The subnet in which a resource's network interface lies, or `undefined` when it has none there. */
  subnetOf(resource: ResourceId): ResourceId | undefined;
  /** The virtual network of a resource, where the design holds it. */
  virtualNetworkOf(resource: ResourceId): ResourceId | undefined;
  /** Virtual networks joined by a peering that is up in both halves. */
  peersOf(virtualNetwork: ResourceId): readonly ResourceId[];
  resolve(from: ResourceId, hostName: string): Resolution;
  trace(query: PacketQuery): Trace;
  /** The same as the trace says. */
  fateOf(query: PacketQuery): Fate;
  requiredFlows(): readonly RequiredFlow[];
  /** What a browser with studio in it has to reach besides the workspace, from wherever somebody opens one. */
  studioFlows(from: ResourceId): readonly RequiredFlow[];
  /** The same with their fates, source by source: for who goes through them all. */
  requiredFates(): readonly ReadonlyMap<RequiredFlow, Fate>[];
  /** Machines on which people use closed workspaces; what they need is none of `requiredFlows`. */
  jumpBoxes(): readonly JumpBox[];
  /** Names that engineers, scoring clients, computes and deployments ask for, and that must have a private answer. */
  requiredNames(): readonly RequiredName[];
  /** The managed virtual network of a workspace, or of its hub; `undefined` where it has none. */
  managedNetworkOf(workspace: ResourceId): ManagedNetwork | undefined;
  /** The private endpoints that Microsoft makes for closed deployments of an online endpoint, outside of managed networks. */
  deploymentEndpointsOf(
    endpoint: ResourceId,
  ): readonly Required<Pick<ManagedNetworkRule, 'target' | 'groupId'>>[];
  /** Every way by which data could be written to a place that nobody approved, open or not. */
  exfiltrationPaths(): readonly ExfiltrationPath[];
  /** The same without their stories, which take most of the work. */
  exfiltrationFates(): readonly ExfiltrationFate[];
  /** One of them with its story. */
  exfiltrationPath(fate: ExfiltrationFate): ExfiltrationPath;
  /** Names that anybody can register and that rules for wildcards hold. */
  strangersNames(): readonly StrangersName[];
  /** Addresses of a source that meet different rules and routes, one each, where it scales and does have such. */
  dividedAddresses(source: Pick<PacketQuery, 'from' | 'fromSubnet'>): readonly number[];
  /** Where rules of security groups, firewalls and managed networks let out to. */
  outlets(): readonly Outlet[];
  /** Protocols and ports besides the common ones by which some rule lets out to any place. */
  furtherWays(): readonly Pick<PacketQuery, 'protocol' | 'port'>[];
}
