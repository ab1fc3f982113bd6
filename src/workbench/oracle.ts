/** Asks the engine and the naive oracle the same questions and prints where they differ; no test depends on it. */
import { allParts, questionsOfEach } from '../testing/oracle/all-parts.ts';
import { compare } from '../testing/oracle/compare.ts';

const questions = questionsOfEach(Number(process.env.RUNS ?? 100_000));
const seed = Number(process.env.SEED ?? 20261123);

const rows = allParts.map((part) => {
  const { asked, disagreements, mix } = compare(part, questions, seed);
  for (const { answer, subject } of disagreements.slice(0, 1))
    console.error(`${part.name}: ${JSON.stringify(answer)} of ${JSON.stringify(subject)}`);
  const shares = Object.entries(mix)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 6)
    .map(([outcome, count]) => `${outcome} ${Math.round((100 * count) / asked)} %`);
  return {
    part: part.name,
    asked,
    unit: part.unit,
    disagreements: disagreements.length,
    mix: shares.join(', '),
  };
});

const asked = rows.reduce((sum, row) => sum + (row.unit === 'packets' ? row.asked : 0), 0);
console.table(rows);
console.log(`${asked} packets, seed ${seed}`);
process.exitCode = rows.some(({ disagreements }) => disagreements > 0) ? 1 : 0;
