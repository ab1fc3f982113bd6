import type { Goals } from '#model';
import type { Architecture, NameService, Scoring, Topology, Workplace } from '../architecture.ts';
import { type Answers, nodesOf, softwareOf } from './answers.ts';

/** What is not asked, because it changes numbers and no decision. */
export interface PlanSettings {
  readonly addressSpace: string;
  /** Azure's programmatic location name. */
  readonly region: string;
  readonly workspaces: number;
}

/** Nodes of a Kubernetes cluster for scoring, which grows less than training does. */
const scoringNodes: Readonly<Record<Answers['nodes'], number>> = {
  few: 3,
  some: 6,
  many: 12,
  'very-many': 24,
};

/** Never weaker than what was answered: the goals are the answers. */
export const goalsOfAnswers = ({ outbound, access, cloud, software }: Answers): Goals => ({
  workspace: access,
  exfiltrationPrevention: outbound === 'no-exfiltration' ? 'on' : 'off',
  internetOutbound: outbound === 'anything' ? 'allowed' : 'approved',
  cloud,
  software: softwareOf[software],
});

/**
 * Host names can be approved by a firewall alone; where one exists, it is used. A managed network leaves no nodes of
 * one's own to guard, but for those of Kubernetes.
 */
export const egressOf = ({ outbound, hub, network, scoring }: Answers): Architecture['egress'] => {
  const hasOwnNodes = network === 'own' || scoring === 'kubernetes';
  return hasOwnNodes && (outbound !== 'anything' || hub === 'hub-with-firewall') ? 'firewall' : 'nat-gateway';
};

export function topologyOf(answers: Answers): Topology {
  if (answers.network === 'managed') return 'managed';
  if (answers.addresses === 'few') return 'isolated';
  return answers.hub === 'nothing' && egressOf(answers) === 'nat-gateway' ? 'one-network' : 'hub-and-spoke';
}

/** A spoke asks its hub: behind a firewall, its DNS proxy does where nothing else was wished for. */
function nameServiceOf(answers: Answers): NameService {
  if (answers.names !== 'azure') return answers.names;
  const isBehindFirewall = egressOf(answers) === 'firewall' && topologyOf(answers) === 'hub-and-spoke';
  return isBehindFirewall && answers.hub === 'hub-with-firewall' ? 'firewall' : 'azure';
}

/** Without a private way in, people come by Bastion, or over the internet where the workspace is public. */
export function workplaceOf({ engineers, connection, access }: Answers): Workplace {
  if (engineers === 'azure') return 'clients';
  if (engineers === 'office' && connection !== 'none') return 'on-premises';
  return access === 'public' ? 'internet' : 'jump-box';
}

const scoringOf: Readonly<Record<Answers['scoring'], readonly Scoring[]>> = {
  none: [],
  online: ['managed-online-endpoint'],
  kubernetes: ['kubernetes-online-endpoint'],
  batch: ['batch-endpoint'],
  'online-and-batch': ['managed-online-endpoint', 'batch-endpoint'],
};

/** Whether there is a managed online endpoint to call. */
export const scoresOnline = ({ scoring }: Answers): boolean =>
  scoring === 'online' || scoring === 'online-and-batch';

function callersOf(answers: Answers): readonly Workplace[] {
  const { callers, connection } = answers;
  if (!scoresOnline(answers) || callers === 'nobody') return [];
  if (callers !== 'office') return ['clients'];
  return [connection === 'none' ? 'internet' : 'on-premises'];
}

/** The architecture that answers ask for. */
export function architectureOfAnswers(answers: Answers, settings: PlanSettings): Architecture {
  const { computes, nodes, scoring } = answers;
  const callers = callersOf(answers);
  // Batch endpoints run on a cluster.
  const hasClusters = computes !== 'instances' || scoring === 'batch' || scoring === 'online-and-batch';
  return {
    name: 'Planned architecture',
    goals: goalsOfAnswers(answers),
    ...settings,
    topology: topologyOf(answers),
    egress: egressOf(answers),
    opensEveryHost: answers.outbound === 'anything',
    computes: {
      hasInstance: true,
      trainingNodes: hasClusters ? nodesOf[nodes] : 0,
      serverlessNodes: computes === 'serverless' ? nodesOf[nodes] : 0,
      kubernetesNodes: scoring === 'kubernetes' ? scoringNodes[nodes] : 0,
      havePublicAddresses: false,
    },
    scoring: scoringOf[scoring],
    hasPublicEndpoints: callers.includes('internet'),
    names: nameServiceOf(answers),
    connection: answers.connection,
    engineers: [workplaceOf(answers)],
    callers,
  };
}
