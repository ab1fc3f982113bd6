import fc from 'fast-check';
import { type Answers, type GivenAnswers, questions } from '#blueprints';
import { arrangedBoxes, hostedNetworksOf } from '#drawing';
import type { Box, Design } from '#model';
import { deriveNetwork } from '#network';

/** One answer to every question of the planner, each as likely as the others. */
export const anyAnswers = fc.record(
  Object.fromEntries(
    questions.map(({ id, options }) => [id, fc.constantFrom(...options.map(({ value }) => value))]),
  ),
) as unknown as fc.Arbitrary<Answers>;

interface Choice {
  readonly id: string;
  readonly value: string;
}

const choices: readonly (readonly Choice[])[] = questions.map(({ id, options }) =>
  options.map(({ value }) => ({ id, value })),
);
const pairOf = (one: Choice, other: Choice) => `${one.id}=${one.value} ${other.id}=${other.value}`;

/** A few sets of answers in which every answer meets every answer to every other question. */
export function coveringPairs(): readonly Answers[] {
  const open = new Set<string>();
  for (const [at, some] of choices.entries())
    for (const others of choices.slice(at + 1))
      for (const one of some) for (const other of others) open.add(pairOf(one, other));
  const covering: Answers[] = [];
  while (open.size > 0) {
    const chosen: Choice[] = [];
    for (const some of choices) {
      const gain = (choice: Choice) =>
        chosen.filter((earlier) => open.has(pairOf(earlier, choice))).length +
        // Ahead of what is chosen already: how much is still open with it at all.
        [...open].filter((pair) => pair.includes(`${choice.id}=${choice.value} `)).length / 1000;
      const best = some.reduce((a, b) => (gain(b) > gain(a) ? b : a));
      chosen.push(best);
    }
    const before = open.size;
    for (const [at, one] of chosen.entries())
      for (const other of chosen.slice(at + 1)) open.delete(pairOf(one, other));
    const answers = Object.fromEntries(chosen.map(({ id, value }) => [id, value])) as GivenAnswers;
    covering.push(answers as Answers);
    if (open.size === before) throw new Error('Some pairs cannot be covered');
  }
  return covering;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Siblings whose boxes share a place where everything is arranged, by id. */
export function overlapsIn(design: Design): readonly string[] {
  const parents = new Map<string, string | undefined>(design.resources.map(({ id, parent }) => [id, parent]));
  for (const { id, holder, members, endpoints } of hostedNetworksOf(deriveNetwork(design))) {
    const around = parents.get(holder);
    parents.set(id, around);
    for (const endpoint of endpoints) parents.set(endpoint.id, id);
    for (const member of members) if (parents.get(member) === around) parents.set(member, id);
  }
  const placed = Object.entries(arrangedBoxes(design));
  return placed.flatMap(([id, box], at) =>
    placed
      .slice(at + 1)
      .filter(([other, place]) => parents.get(other) === parents.get(id) && overlap(box, place))
      .map(([other]) => `${id} and ${other} overlap`),
  );
}
