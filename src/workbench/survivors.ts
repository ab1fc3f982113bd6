import { type Design, goalsOf } from '#model';
import { deriveNetwork } from '#network';
import type { Mutation } from './mutations.ts';

/** Kinds of change that touch nothing but the ways of packets and names: harmless where all of these fare as before. */
const ofTraffic =
  /^(network-security-group|firewall-policy|azure-firewall|route-table|virtual-network|virtual-network-peering|virtual-network-gateway|dns-server|dns-private-resolver|dns-resolver-endpoint|dns-forwarding-ruleset|private-dns-zone|nat-gateway|subnet|on-premises-network|private-endpoint|load-balancer): |: turn hbiWorkspace$|: remove one of outboundRules$|: turn isolationMode$/;

/** How packets and names fare and where data can go, with whether that is bad: keyed by what is asked. */
function fareOf(design: Design): ReadonlyMap<string, boolean> {
  const network = deriveNetwork(design);
  return new Map([
    ...network.requiredFlows().map((flow) => [flow.id, network.trace(flow).verdict !== 'delivered'] as const),
    ...network
      .requiredNames()
      .map(
        ({ id, from, host }) =>
          [`name ${id}`, network.resolve(from, host).outcome !== 'private-address'] as const,
      ),
    ...(letsDataOut(design)
      ? []
      : network.exfiltrationFates().map(({ id, state }) => [`out ${id}`, state !== 'closed'] as const)),
  ]);
}

/** The goals hold nothing back: a further way out breaks no promise. */
const letsDataOut = (design: Design) => {
  const { exfiltrationPrevention, internetOutbound } = goalsOf(design);
  return exfiltrationPrevention === 'off' && internetOutbound === 'allowed';
};

/** Whether anything fares badly that fared well, or that nobody asked for. */
function isWorse(design: Design, damaged: Design): boolean {
  const before = fareOf(design);
  return [...fareOf(damaged)].some(([id, isBad]) => isBad && before.get(id) !== true);
}

interface Reason {
  readonly kind: RegExp;
  readonly because: string;
  readonly when?: (design: Design) => boolean;
}

const isPublic = (design: Design) => goalsOf(design).workspace === 'public';

/** Reviewed: why a kind of change needs no finding. */
const reasons: readonly Reason[] = [
  {
    kind: /: remove (vmSize|sku|workspaceKind|threatIntelMode|gatewayType|instanceType)$|^client: /,
    because: 'It says nothing about a way, nor about who may come in',
  },
  {
    kind: /^(compute-instance|compute-cluster|kubernetes-cluster|virtual-machine|bastion|managed-online-endpoint|batch-endpoint|subnet|application-gateway|dns-server|serverless-compute|kubernetes-online-endpoint): remove$|: empty (deployments|workspaces|agentPoolProfiles)$/,
    because: 'What is not there needs no isolation, and nothing else rests on it',
  },
  {
    kind: /^(compute-instance|compute-cluster|managed-online-endpoint|batch-endpoint): remove workspace$/,
    because: 'What names no workspace belongs to the only one of the design',
  },
  {
    kind: /^container-registry: remove$|^workspace: remove containerRegistry$/,
    because: 'Azure makes a registry when a workspace first needs one; what is not named is not judged',
  },
  {
    kind: /^(application-insights|log-analytics): remove|^workspace: remove applicationInsights$|^azure-monitor-private-link-scope: remove$/,
    because: 'A workspace is isolated without monitoring too; a closed one without its scope is found',
  },
  {
    kind: /^(application-insights|log-analytics): turn publicNetworkAccessFor(Ingestion|Query)$|^azure-monitor-private-link-scope: turn /,
    because: 'A private link scope holds all that the workspaces write to, so that either setting works',
  },
  {
    kind: /^(storage-account|key-vault|container-registry): (turn (defaultAction|anonymousPullEnabled|dataEndpointEnabled)|empty bypass)$/,
    because: 'Public access is off, or the registry has its endpoint: the service firewall decides nothing',
  },
  {
    kind: /^storage-account: (turn isHnsEnabled|remove accountKind)$/,
    because: 'Only data lake datastores ask for dfs, and a note says that its endpoint is missing',
  },
  {
    kind: /^(workspace|storage-account|key-vault|container-registry|managed-online-endpoint): (turn (publicNetworkAccess|sku)|empty bypass)$/,
    because: 'The goal is a public workspace, whose services may be public',
    when: isPublic,
  },
  {
    kind: /^kubernetes-cluster: turn enablePrivateCluster$/,
    because: 'The goal is a public workspace, whose clusters may answer in public',
    when: isPublic,
  },
  {
    kind: /: turn enableNodePublicIp$/,
    because: 'The goal is a public workspace, whose computes may have addresses of their own',
    when: isPublic,
  },
  {
    kind: /^kubernetes-cluster: (remove networkPlugin|move podCidr)$/,
    because: 'Azure’s default takes its place, or a range that nothing else uses',
  },
  {
    kind: /^compute-instance: turn sshPublicAccess$/,
    because: 'Without a public IP address nobody outside can reach SSH',
  },
  {
    kind: /^subnet: turn privateLinkServiceNetworkPolicies$/,
    because: 'No page asks for it any more, and exports show the other value by default',
  },
  {
    kind: /^public-ip-address: |^bastion: |^workspace: turn firewallSku$/,
    because: 'The catalogue states no rule for tiers and addresses of these: they are not judged',
  },
];

/** Why nobody has to find a change, or `undefined` where nobody has said so. */
export function harmlessBecause(design: Design, mutation: Mutation): string | undefined {
  const known = reasons.find(
    ({ kind, when }) => kind.test(mutation.kind) && (when === undefined || when(design)),
  );
  if (known) return known.because;
  return ofTraffic.test(mutation.kind) && !isWorse(design, mutation.design)
    ? 'No required packet and no name fares worse, and no way out for data opens against the goals'
    : undefined;
}
