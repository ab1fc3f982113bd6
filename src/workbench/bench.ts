/** Prints how long the work on a whole estate takes; no test depends on it. */
import { performance } from 'node:perf_hooks';
import { drawScene } from '#drawing';
import { type ExportInput, loadExporter } from '#exporters';
import { arrange } from '#layout';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { estate } from './estate.ts';

const today = '2026-11-23';
const sizes = [50, 200, 1000];
const runs = 15;
const budgetMs = 2000;

/** A fresh list of resources: nothing that was kept for the last run helps this one. */
const fresh = (design: Design): Design => ({ ...design, resources: [...design.resources] });

/** Sorted; fewer runs where one takes long. */
const measured = (task: () => unknown): readonly number[] => {
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  do {
    const start = performance.now();
    task();
    times.push(performance.now() - start);
  } while (times.length < runs && performance.now() < end);
  return times.sort((a, b) => a - b);
};

const figures = (times: readonly number[]): string => {
  const [least = 0] = times;
  const median = times[Math.floor(times.length / 2)] ?? 0;
  return `${median.toFixed(1)} (${least.toFixed(1)})`;
};

const svg = await loadExporter('svg');

function tasksOf(design: Design): Readonly<Record<string, () => unknown>> {
  const network = deriveNetwork(design);
  const result = check(design, { today });
  const input: ExportInput = { design, network, result, today };
  return {
    'whole check': () => check(fresh(design), { today }),
    arrange: () => arrange(fresh(design)),
    'draw scene': () => drawScene({ design: fresh(design), network, result }),
    'export SVG': () => svg.export(input),
  };
}

console.log(`Milliseconds, median of up to ${runs} warm runs (least). Target: whole check of 200 under 20.`);
for (const size of sizes) {
  const tasks = Object.entries(tasksOf(estate(size)));
  // The first turn warms the compiler; its figures are not shown.
  for (const [, task] of tasks) measured(task);
  const row = tasks.map(([name, task]) => `${name} ${figures(measured(task))}`);
  console.log([`${String(size).padStart(5)} resources`, ...row].join('   '));
}
