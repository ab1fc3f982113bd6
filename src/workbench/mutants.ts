import { blueprints } from '#blueprints';
import { trialsOf } from './mutant-trial.ts';

/** `npm run mutants [BLUEPRINT…]`: damages each reference architecture one thing at a time, and prints what catches it. */
const wanted = process.argv.slice(2);
const unexplained: string[] = [];
const explained = new Map<string, string[]>();
let caught = 0;
for (const { id, build } of blueprints) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  console.log(`\n${id}`);
  for (const { mutation, catchers, strays, reason } of trialsOf(build())) {
    const { kind, title } = mutation;
    if (catchers.length > 0) {
      caught += 1;
      console.log(`  ${title} → ${catchers.join(', ')}`);
    } else if (reason !== undefined)
      explained.set(reason, [...(explained.get(reason) ?? []), `${id}: ${title}`]);
    else {
      const elsewhere = strays.length > 0 ? ` (found elsewhere: ${strays.join(', ')})` : '';
      unexplained.push(`${id}: ${title} [${kind}]${elsewhere}`);
    }
  }
}
console.log('\nHarmless, and why:');
for (const [reason, titles] of explained)
  console.log(`  ${titles.length} × ${reason}\n    e.g. ${titles[0]}`);
console.log('\nSurvivors that nobody has explained:');
for (const line of unexplained) console.log(`  ${line}`);
const harmless = [...explained.values()].flat().length;
console.log(`\n${caught} caught, ${harmless} harmless, ${unexplained.length} not explained`);
if (unexplained.length > 0) process.exitCode = 1;
