import fc from 'fast-check';
import { type Answers, planFor } from '#blueprints';
import { check } from '#rules';
import { anyAnswers, overlapsIn } from '#testing';

/** `npm run plans -- COUNT SEED`: plans for so many random answers, and what is wrong with any of them. */
const [count = 2000, seed = 1] = process.argv.slice(2).map(Number);
const today = '2026-11-23';

let refused = 0;
let made = 0;
const faults = new Map<string, { times: number; answers: Answers }>();
const note = (fault: string, answers: Answers) => {
  const known = faults.get(fault);
  if (known) known.times += 1;
  else faults.set(fault, { times: 1, answers });
};

for (const [at, answers] of fc.sample(anyAnswers, { numRuns: count, seed }).entries()) {
  const planned = planFor(answers, { workspaces: 1 + (at % 3) });
  if ('contradiction' in planned) {
    refused += 1;
    continue;
  }
  if ('fault' in planned) {
    note(planned.fault, answers);
    continue;
  }
  made += 1;
  const { design } = planned.plan;
  for (const { rule, severity, verdict } of check(design, { today }).findings)
    if (severity === 'error' || verdict === 'cannot-tell') note(`${verdict} ${severity}: ${rule}`, answers);
  if (overlapsIn(design).length > 0) note('boxes overlap', answers);
}
console.log(`${made} plans, ${refused} refused (${((100 * refused) / count).toFixed(2)} %)`);
for (const [fault, { times, answers }] of faults)
  console.log(`${times} × ${fault}, first with ${JSON.stringify(answers)}`);
process.exitCode = faults.size > 0 ? 1 : 0;
