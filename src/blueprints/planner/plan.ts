import type { Design } from '#model';
import { type Fault, faultOf, firstRegionOf, mostNodes } from '../adaptation.ts';
import type { Architecture } from '../architecture.ts';
import type { Blueprint } from '../blueprint.ts';
import { blueprints } from '../blueprints.ts';
import { compose } from '../compose.ts';
import type { Answers, GivenAnswers, QuestionId } from './answers.ts';
import { architectureOfAnswers, type PlanSettings } from './architecture-of.ts';
import { type Contradiction, contradictionIn } from './contradiction.ts';
import { inContext } from './in-context.ts';
import { completed, questions } from './questions.ts';
import { openUnder, tradeOffsOf } from './trade-offs.ts';
import { withoutEffect } from './without-effect.ts';

/** What one question came to. */
export interface Explanation {
  readonly question: QuestionId;
  readonly answer: string;
  /** What the answer does to the architecture. */
  readonly text: string;
  /** Nobody answered: why this answer was taken. */
  readonly defaultWhy?: string;
}

/** A design that meets answers, with everything there is to say of it. */
export interface Plan {
  readonly design: Design;
  readonly answers: Answers;
  readonly explanations: readonly Explanation[];
  readonly tradeOffs: readonly string[];
  readonly staysOpen: readonly string[];
  /** The reference architecture that is most alike. */
  readonly nearest: Blueprint;
}

/** A plan; or answers that contradict each other; or settings that cannot be used. */
export type Planned = { readonly plan: Plan } | { readonly contradiction: Contradiction } | Fault;

export const standardSettings = { addressSpace: '10.0.0.0/16', workspaces: 1 } as const;

/** What is to be said of an answer in place of its own words, which are not true here. */
const sayOf = (answers: Answers, question: QuestionId): string | undefined => {
  const reason = withoutEffect(answers, question);
  return reason?.isTrue ? undefined : reason?.text;
};

const explanationsOf = (answers: Answers, given: GivenAnswers): readonly Explanation[] =>
  questions.flatMap((question) => {
    const { id, standardWhy } = question;
    const option = inContext(question, answers).options.find(({ value }) => value === answers[id]);
    if (!option) return [];
    return [
      {
        question: id,
        answer: option.title,
        text: sayOf(answers, id) ?? option.text,
        ...(given[id] === undefined ? { defaultWhy: standardWhy } : {}),
      },
    ];
  });

/** How alike two architectures are: what decides the picture weighs most. */
function likeness(one: Architecture, other: Architecture): number {
  const weigh = (weight: number, isAlike: boolean) => (isAlike ? weight : 0);
  return (
    weigh(8, one.topology === other.topology) +
    weigh(6, one.goals.exfiltrationPrevention === other.goals.exfiltrationPrevention) +
    weigh(6, one.goals.workspace === other.goals.workspace) +
    weigh(4, one.egress === other.egress) +
    weigh(2, one.opensEveryHost === other.opensEveryHost) +
    weigh(2, one.scoring.length === other.scoring.length) +
    weigh(1, one.connection === other.connection) +
    weigh(3, one.computes.havePublicAddresses === other.computes.havePublicAddresses) +
    weigh(1, one.computes.kubernetesNodes > 0 === other.computes.kubernetesNodes > 0)
  );
}

function nearestTo(architecture: Architecture): Blueprint | undefined {
  const scored = blueprints.map((blueprint) => ({
    blueprint,
    alike: likeness(architecture, blueprint.architectureFor(blueprint.standard)),
  }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (best && best.alike >= one.alike ? best : one),
    undefined,
  )?.blueprint;
}

/** The plan for some answers. Pure: the same answers give the same plan. */
export function planFor(given: GivenAnswers, settings: Partial<PlanSettings> = {}): Planned {
  const answers = completed(given);
  const contradiction = contradictionIn(answers);
  if (contradiction) return { contradiction };
  const whole = { ...standardSettings, region: firstRegionOf[answers.cloud], ...settings };
  const fault = faultOf({ ...whole, cloud: answers.cloud, maxNodes: mostNodes });
  if (fault) return fault;
  const architecture = architectureOfAnswers(answers, whole);
  const composed = compose(architecture);
  const nearest = nearestTo(architecture);
  if ('fault' in composed) return composed;
  if (!nearest) throw new Error('There is no reference architecture');
  return {
    plan: {
      design: composed.design,
      answers,
      explanations: explanationsOf(answers, given),
      tradeOffs: tradeOffsOf(answers),
      staysOpen: openUnder(answers, composed.design),
      nearest,
    },
  };
}
