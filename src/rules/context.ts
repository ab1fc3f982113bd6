import { type Design, type Goals, goalsOf, question } from '#model';
import { deriveNetwork, type Network } from '#network';

/** What a rule may ask. */
export interface RuleContext {
  readonly design: Design;
  readonly network: Network;
  readonly goals: Goals;
  /** Whether absence is a fact: what is not in the design does not exist. */
  readonly isComplete: boolean;
}

let latest: RuleContext | undefined;

export const contextOf = (design: Design): RuleContext => {
  if (latest?.design !== design)
    latest = {
      design,
      network: deriveNetwork(design),
      goals: goalsOf(design),
      isComplete: design.source.complete,
    };
  return latest;
};

/** A question that several rules ask: its answer is kept until something that it was read from changes. */
export const ruleQuestion = <K, V>(
  derive: (context: RuleContext, key: K) => V,
  textOf: (key: K) => string = String,
) => {
  const ask = question((design, key: K) => derive(contextOf(design), key), textOf);
  return ({ design }: Pick<RuleContext, 'design'>, key: K): V => ask(design, key);
};

/** As `ruleQuestion`, for what needs no network. */
export const designQuestion = <V>(derive: (design: Design) => V): ((design: Design) => V) => {
  const ask = question((design, _: 'all') => derive(design));
  return (design) => ask(design, 'all');
};
