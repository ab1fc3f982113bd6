/** Prints how long the work on a whole estate takes; no test depends on it. */
import { benchEngine, benchFaultyEstates, benchPropertyRules } from './bench-engine.ts';
import { benchScreen } from './bench-screen.ts';

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  engine: benchEngine,
  faulty: benchFaultyEstates,
  rules: benchPropertyRules,
  screen: benchScreen,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(
    `Node ${process.versions.node}; targets: check of 200 under 20 ms, traces after one edit of 1,000 under 4 ms.`,
  );
  for (const [name, bench] of Object.entries(benches))
    if (wanted.length === 0 || wanted.includes(name)) await bench();
}
