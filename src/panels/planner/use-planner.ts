import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import {
  addedTo,
  type GivenAnswers,
  type Plan,
  type Planned,
  type PlanSettings,
  planFor,
  type QuestionId,
  questions,
  withoutEffect,
} from '#blueprints';
import { managedNetworkId } from '#drawing';
import { type Design, type ResourceKind, resourcesOfKind } from '#model';
import type { AppStore } from '#store';
import { useAppStore } from '#ui';

/** Everything that the planner knows at a time. */
export interface PlannerState {
  readonly answers: GivenAnswers;
  readonly settings: Partial<PlanSettings>;
  /** Of the question on screen; as many as there are questions for the review. */
  readonly at: number;
  readonly planned: Planned;
  /** The last plan that could be made. */
  readonly plan: Plan;
  /** What the answer on screen adds to what is there without it: items of the drawing. */
  readonly added: ReadonlySet<string>;
  /** The names of what it takes away. */
  readonly removed: readonly string[];
  /** What the answer on screen makes of the design, unless it is the default and changes nothing for that reason. */
  readonly change: 'nothing' | 'something' | undefined;
  /** A plan that was kept to compare. */
  readonly kept: Plan | undefined;
  go(at: number): void;
  answer(changes: GivenAnswers): void;
  forget(question: QuestionId): void;
  set(changes: Partial<PlanSettings>): void;
  keep(plan: Plan | undefined): void;
  /** Forgets every answer. */
  startOver(): void;
}

const without = (answers: GivenAnswers, question: QuestionId): GivenAnswers => {
  const { [question]: _, ...rest } = answers;
  return rest;
};

const planOf = (planned: Planned): Plan | undefined => ('plan' in planned ? planned.plan : undefined);

const firstPlan = (): Plan => {
  const plan = planOf(planFor({}));
  if (!plan) throw new Error('The defaults of the planner make no plan');
  return plan;
};

const nothing: ReadonlySet<string> = new Set();

/** Items that the drawing of a design has and that of another one has not. */
function drawnAs(before: Design, after: Design): ReadonlySet<string> {
  const managed = (design: Design) =>
    resourcesOfKind(design, 'workspace')
      .filter(({ managedNetwork }) => (managedNetwork?.isolationMode ?? 'Disabled') !== 'Disabled')
      .map(({ id }) => managedNetworkId(id));
  const known = new Set(managed(before));
  return new Set([
    ...addedTo(before, after).map(({ id }) => id),
    ...managed(after).filter((id) => !known.has(id)),
  ]);
}

/** Kinds that have no box of their own in a picture. */
const withoutBox: ReadonlySet<ResourceKind> = new Set([
  'firewall-policy',
  'internet',
  'network-interface',
  'network-security-group',
  'private-dns-zone',
  'public-ip-address',
  'route-table',
  'service-endpoint-policy',
  'virtual-network-peering',
]);

/** The names of what the drawing of a design has and that of another one has not. */
const namesNotIn = (other: Design, design: Design): readonly string[] =>
  addedTo(other, design)
    .filter(({ kind }) => !withoutBox.has(kind))
    .map(({ name }) => name);

/** What is left of a visit to the planner. */
interface Visit {
  readonly answers: GivenAnswers;
  readonly settings: Partial<PlanSettings>;
  readonly at: number;
  readonly kept: Plan | undefined;
  readonly last: Plan | undefined;
}

const firstVisit: Visit = { answers: {}, settings: {}, at: 0, kept: undefined, last: undefined };

/** By application: answers are there again when the planner is opened again. */
const visits = new WeakMap<AppStore, Visit>();

/** The planner's state: answers, and the plan that follows from them. */
export function usePlanner(): PlannerState {
  const store = useAppStore();
  const [before] = useState(() => visits.get(store) ?? firstVisit);
  const [answers, setAnswers] = useState(before.answers);
  const [settings, setSettings] = useState(before.settings);
  const [at, go] = useState(before.at);
  const [kept, keep] = useState(before.kept);
  const [last, setLast] = useState<Plan>(() => before.last ?? firstPlan());
  useEffect(() => {
    visits.set(store, { answers, settings, at, kept, last });
  }, [store, answers, settings, at, kept, last]);
  const planned = useMemo(() => planFor(answers, settings), [answers, settings]);
  const plan = planOf(planned) ?? last;
  const shown = useDeferredValue(plan);
  const question = questions[at]?.id;
  const unanswered = useMemo(
    () => question && planOf(planFor(without(shown.answers, question), settings))?.design,
    [shown, question, settings],
  );
  const added = useMemo(
    () => (unanswered ? drawnAs(unanswered, shown.design) : nothing),
    [unanswered, shown],
  );
  const removed = useMemo(
    () => (unanswered ? namesNotIn(shown.design, unanswered) : []),
    [unanswered, shown],
  );
  // The default changes nothing by itself, which needs saying only where another answer decides.
  const isAnswered =
    question !== undefined &&
    answers[question] !== undefined &&
    (answers[question] !== questions[at]?.standard || withoutEffect(shown.answers, question) !== undefined);
  const isSame = JSON.stringify(unanswered) === JSON.stringify(shown.design);
  const update = (next: GivenAnswers, nextSettings: Partial<PlanSettings>) => {
    const made = planOf(planFor(next, nextSettings));
    if (made) setLast(made);
    setAnswers(next);
    setSettings(nextSettings);
  };
  return {
    answers,
    settings,
    at,
    planned,
    plan: shown,
    added,
    removed,
    change: isAnswered ? (isSame ? 'nothing' : 'something') : undefined,
    kept,
    go,
    answer: (changes) => {
      // A region belongs to its cloud.
      const { region: _, ...others } = settings;
      update({ ...answers, ...changes }, changes.cloud === undefined ? settings : others);
    },
    forget: (one) => update(without(answers, one), settings),
    set: (changes) => update(answers, { ...settings, ...changes }),
    keep,
    startOver: () => {
      update({}, {});
      go(0);
    },
  };
}
