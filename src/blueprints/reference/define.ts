import type { Goals } from '#model';
import { type Adaptation, firstRegionOf } from '../adaptation.ts';
import type { Architecture } from '../architecture.ts';
import type { Blueprint } from '../blueprint.ts';
import { compose } from '../compose.ts';

const standard: Adaptation = {
  addressSpace: '10.0.0.0/16',
  region: firstRegionOf.public,
  cloud: 'public',
  workspaces: 1,
  maxNodes: 20,
  onPremises: false,
  nameEnding: '',
};

/** Nodes of a Kubernetes cluster that scores, whatever trains beside it. */
const scoringNodes = 6;

/** What distinguishes an architecture from a private one in a single network. */
interface Difference {
  readonly kind?: 'open' | 'guarded';
  readonly workspace?: Goals['workspace'];
  readonly hasKubernetes?: boolean;
  readonly hasTraining?: boolean;
  readonly havePublicAddresses?: boolean;
}

type Parts = Partial<
  Pick<Architecture, 'topology' | 'egress' | 'opensEveryHost' | 'scoring' | 'names' | 'engineers' | 'callers'>
>;

/** Goals by what distinguishes them: the software is what every data scientist asks for first. */
const goalsOf = (
  { cloud }: Adaptation,
  { egress, opensEveryHost }: Parts,
  { kind, workspace = 'private', havePublicAddresses }: Difference,
): Goals => ({
  workspace,
  exfiltrationPrevention: kind === 'guarded' ? 'on' : 'off',
  // A firewall that opens no host to everybody is there to approve, unless computes may pass it by.
  internetOutbound:
    kind === 'guarded' || (egress === 'firewall' && !opensEveryHost && !havePublicAddresses)
      ? 'approved'
      : 'allowed',
  cloud,
  software: ['conda', 'pip'],
});

/** An architecture of an adaptation: one private network without a firewall, but for what is said. */
export function architecture(
  name: string,
  adaptation: Adaptation,
  parts: Parts,
  difference: Difference = {},
): Architecture {
  const { onPremises, maxNodes, region, addressSpace, workspaces } = adaptation;
  const { hasKubernetes = false, hasTraining = true } = difference;
  const calls = parts.scoring?.includes('managed-online-endpoint') ?? false;
  return {
    name,
    region,
    addressSpace,
    workspaces,
    goals: goalsOf(adaptation, parts, difference),
    topology: 'one-network',
    egress: 'nat-gateway',
    opensEveryHost: false,
    computes: {
      hasInstance: hasTraining,
      trainingNodes: hasTraining ? maxNodes : 0,
      serverlessNodes: 0,
      kubernetesNodes: hasKubernetes ? scoringNodes : 0,
      havePublicAddresses: difference.havePublicAddresses ?? false,
    },
    scoring: [],
    hasPublicEndpoints: false,
    names: 'azure',
    connection: onPremises ? 'express-route' : 'none',
    engineers: [onPremises ? 'on-premises' : 'jump-box'],
    callers: calls && onPremises ? ['on-premises'] : [],
    ...parts,
  };
}

type Definition = Omit<Blueprint, 'standard' | 'build' | 'options' | 'compareWith'> &
  Partial<Pick<Blueprint, 'options' | 'compareWith'>> & {
    readonly standard?: Partial<Adaptation>;
  };

/** A blueprint from what is particular to it. */
export function defineBlueprint({ standard: own, ...definition }: Definition): Blueprint {
  const blueprint = {
    options: ['workspaces', 'maxNodes', 'onPremises'] as const,
    compareWith: [],
    ...definition,
    standard: { ...standard, ...own },
  };
  return {
    ...blueprint,
    build: () => {
      const composed = compose(blueprint.architectureFor(blueprint.standard));
      if ('fault' in composed) throw new Error(`Blueprint ${blueprint.id}: ${composed.fault}`);
      return composed.design;
    },
  };
}
