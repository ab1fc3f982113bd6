import type { Answers, QuestionId } from './answers.ts';
import { egressOf, scoresOnline, topologyOf } from './architecture-of.ts';

interface Reason {
  readonly of: QuestionId;
  readonly holds: (answers: Answers) => boolean;
  /** One sentence. */
  readonly text: string;
  /** The plan is the same, but what the answer says of itself is true. */
  readonly isTrue?: boolean;
}

const isManaged = ({ network }: Answers) => network === 'managed';
const hasNoNodes = (one: Answers) => isManaged(one) && one.scoring !== 'kubernetes';
const runsBatch = ({ scoring }: Answers) => scoring === 'batch' || scoring === 'online-and-batch';
const isHubAndSpoke = (one: Answers) => topologyOf(one) === 'hub-and-spoke' && egressOf(one) === 'firewall';

const reasons: readonly Reason[] = [
  {
    of: 'hub',
    holds: (one) => isManaged(one) && one.hub === 'hub',
    text: 'No hub is drawn: computes leave by the managed network. Your network of endpoints can be peered with it.',
  },
  {
    of: 'hub',
    holds: (one) => hasNoNodes(one) && one.hub === 'hub-with-firewall',
    text: 'No hub is drawn: its firewall never sees what computes send, for they leave by the managed network.',
  },
  {
    of: 'hub',
    holds: (one) => topologyOf(one) === 'isolated' && one.hub !== 'nothing',
    text: 'No hub is drawn: as addresses are scarce, computes lie in a network that is joined to nothing.',
  },
  {
    of: 'hub',
    holds: (one) => isHubAndSpoke(one) && one.hub === 'hub',
    text: 'The hub gets a firewall, and all leaves by it: only a firewall tells approved host names from others.',
  },
  {
    of: 'hub',
    holds: (one) => isHubAndSpoke(one) && one.hub === 'hub-with-firewall',
    text: 'A hub with a firewall is there in any case, as destinations have to be approved.',
    isTrue: true,
  },
  {
    of: 'names',
    holds: (one) => one.names === 'resolver' && one.connection !== 'none',
    text: 'A resolver is there with Azure DNS, too, as an office is joined.',
    isTrue: true,
  },
  {
    of: 'addresses',
    holds: isManaged,
    text: 'Computes in a managed network take no addresses of yours, scarce or not.',
  },
  {
    of: 'computes',
    holds: (one) => one.computes === 'instances' && runsBatch(one),
    text: 'A cluster is drawn all the same: batch endpoints run on one.',
  },
  {
    of: 'nodes',
    holds: (one) => one.computes === 'instances' && !runsBatch(one) && one.scoring !== 'kubernetes',
    text: 'The same for every size: instances are one machine each, and the cluster for images stays small.',
  },
  {
    of: 'nodes',
    holds: hasNoNodes,
    text: 'This is how far clusters grow. In a managed network they take no addresses of yours.',
  },
  {
    of: 'callers',
    holds: (one) => !scoresOnline(one) && one.callers !== 'nobody',
    text: 'Callers are not drawn: there is no managed online endpoint that they could call.',
  },
  {
    of: 'engineers',
    holds: (one) => one.engineers === 'office' && one.connection === 'none',
    text: 'Nothing joins the office to Azure: people come from there as from anywhere.',
    isTrue: true,
  },
];

/** Why the answer to a question makes no difference here, or another than it says of itself. */
export const withoutEffect = (
  answers: Answers,
  question: QuestionId,
): Omit<Reason, 'of' | 'holds'> | undefined =>
  reasons.find(({ of, holds }) => of === question && holds(answers));
