import { blueprints } from '#blueprints';
import { check } from '#rules';
import { fixTrialsOf } from './fix-trial.ts';
import { trialsOf } from './mutant-trial.ts';

/**
 * `npm run mutants [--fixes] [BLUEPRINT…]`: damages each reference architecture one thing at a time, and prints what
 * catches it; with `--fixes` also tries every fix of what is found.
 */
const wanted = process.argv.slice(2).filter((word) => word !== '--fixes');
const triesFixes = process.argv.includes('--fixes');
const faults = new Map<string, string[]>();
let fixes = 0;
const unexplained: string[] = [];
const explained = new Map<string, string[]>();
let caught = 0;
for (const { id, build } of blueprints) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  console.log(`\n${id}`);
  const whole = build();
  const known = new Set(check(whole, { today: '2026-11-23' }).findings.map(({ fingerprint }) => fingerprint));
  for (const { mutation, catchers, strays, reason } of trialsOf(whole)) {
    const { kind, title, design } = mutation;
    if (triesFixes)
      for (const trial of fixTrialsOf(design, ({ fingerprint }) => !known.has(fingerprint))) {
        fixes += 1;
        if (trial.fault === undefined) continue;
        const words = `${trial.finding.rule}: “${trial.title}” ${trial.fault}`;
        faults.set(words, [...(faults.get(words) ?? []), `${id}: ${title}`]);
      }
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
if (triesFixes) {
  console.log(`\n${fixes} fixes tried. At fault:`);
  for (const [words, titles] of faults) console.log(`  ${titles.length} × ${words}\n    e.g. ${titles[0]}`);
}
const harmless = [...explained.values()].flat().length;
console.log(`\n${caught} caught, ${harmless} harmless, ${unexplained.length} not explained`);
if (unexplained.length > 0 || faults.size > 0) process.exitCode = 1;
