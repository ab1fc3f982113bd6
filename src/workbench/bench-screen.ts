import { arrangedBoxes, drawScene } from '#drawing';
import { loadExporter } from '#exporters';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { estate } from './estate.ts';
import { figures, table, timesOf } from './timing.ts';

const today = '2026-11-23';
const runs = 15;

/** Arranging, drawing and writing an estate, by its size. */
export async function benchScreen(): Promise<void> {
  const svg = await loadExporter('svg');
  const rows = [50, 200, 1000].map((size) => {
    const design = estate(size);
    const network = deriveNetwork(design);
    const result = check(design, { today });
    const copy = () => structuredClone(design);
    const tasks = [
      (copy: Design) => arrangedBoxes(copy),
      () => drawScene({ design: { ...design, resources: [...design.resources] }, network, result }),
      () => svg.export({ design, network, result, today }),
    ];
    // The first turn warms the compiler; its figures are not shown.
    for (const task of tasks) timesOf(task, runs, copy);
    return [String(size), ...tasks.map((task) => figures(timesOf(task, runs, copy)))];
  });
  console.log('\nThe screen, in milliseconds: median (least).');
  console.log(table(['resources', 'arrange', 'draw scene', 'export SVG'], rows));
}
