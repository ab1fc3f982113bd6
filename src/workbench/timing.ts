import { performance } from 'node:perf_hooks';

const budgetMs = 6000;

/** Milliseconds of each run, in order of length; fewer runs where one takes long. What it works on is made off the clock. */
export function timesOf<T>(task: (input: T) => unknown, runs: number, inputOf: () => T): readonly number[] {
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  do {
    const input = inputOf();
    const start = performance.now();
    task(input);
    times.push(performance.now() - start);
  } while (times.length < runs && performance.now() < end);
  return times.sort((one, other) => one - other);
}

export const medianOf = (times: readonly number[]): number => times[Math.floor(times.length / 2)] ?? 0;

/** `12.3 (10.1)`: the median and the least, in milliseconds. */
export const figures = (times: readonly number[]): string => {
  const digits = medianOf(times) < 10 ? 2 : 1;
  return `${medianOf(times).toFixed(digits)} (${(times[0] ?? 0).toFixed(digits)})`;
};

/** Rows under a head, columns as wide as their longest text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('   ');
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
