import { Engine } from 'json-rules-engine';
import { type Design, edits, findOfKind, kinds, type ResourceId, type ResourceKind } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { estate } from './estate.ts';
import { propertyPredicates } from './property-predicates.ts';
import { figures, medianOf, table, timesOf } from './timing.ts';

const today = '2026-11-23';
const warmRuns = 30;

/** A copy of which nothing was ever asked. */
const unknownCopy = (design: Design): Design => structuredClone(design);

const traceAll = (design: Design): number => {
  const network = deriveNetwork(design);
  const flows = network.requiredFlows();
  for (const flow of flows) network.trace(flow);
  return flows.length;
};

/**
 * Each copy is made just before its run and let go after it, as a file is opened: to hold those of all runs at once would
 * time the collector on memory that nobody who opens one design has.
 */
function coldTimes(design: Design, task: (copy: Design) => unknown, runs: number): readonly number[] {
  return timesOf(task, runs, () => unknownCopy(design));
}

/** One rule of one security group changes its priority, to and fro. */
function nextEdit(design: Design, turn: number): Design {
  const id = 'security-group-0' as ResourceId;
  const group = findOfKind(design, id, 'network-security-group');
  const [first, ...others] = group?.securityRules ?? [];
  if (!first) return design;
  const securityRules = [{ ...first, priority: 100 + (turn % 2) * 50 }, ...others];
  return edits.updateResource(design, id, 'network-security-group', { securityRules });
}

function editTimes(start: Design, ask: (design: Design) => unknown): readonly number[] {
  let design = unknownCopy(start);
  ask(design);
  let turn = 0;
  // The edit itself is the caller's work.
  const edited = () => {
    turn += 1;
    design = nextEdit(design, turn);
    return design;
  };
  const times: number[] = [];
  for (let run = 0; run < warmRuns * 4; run += 1) {
    const after = edited();
    const [time = 0] = timesOf(ask, 1, () => after);
    if (run >= warmRuns) times.push(time);
  }
  return times.sort((one, other) => one - other);
}

/** As a page that has been open for some minutes has. */
const warmCompiler = () => coldTimes(estate(200), (copy) => check(copy, { today }), warmRuns * 8);

/** Deriving the network of an estate and tracing all that it has to make possible, by its size. */
export function benchEngine(): void {
  const runs: Readonly<Record<number, number>> = { 200: 60, 1000: 15, 10000: 3 };
  warmCompiler();
  const rows = Object.entries(runs).map(([size, count]) => {
    const design = estate(Number(size));
    const times = coldTimes(design, traceAll, count);
    const checks = coldTimes(design, (copy) => check(copy, { today }), count);
    const perEntry = (medianOf(times) / (Number(size) * Math.log2(Number(size)))) * 1e6;
    return [
      size,
      String(traceAll(design)),
      figures(times),
      perEntry.toFixed(0),
      figures(checks),
      Number(size) > 1000 ? '' : figures(editTimes(design, traceAll)),
      Number(size) > 1000 ? '' : figures(editTimes(design, (copy) => check(copy, { today }))),
    ];
  });
  console.log('\nThe engine, in milliseconds: median of runs on copies never seen before (least).');
  console.log(
    table(
      [
        'resources',
        'flows',
        'derive and trace all',
        'ns per n·log n',
        'whole check',
        'traces after one edit',
        'check after one edit',
      ],
      rows,
    ),
  );
}

const missed: readonly ResourceKind[] = [
  'azure-firewall',
  'virtual-network-peering',
  'private-dns-zone',
  'private-endpoint',
  'route-table',
  'network-security-group',
];

const without = (design: Design, kind: ResourceKind): Design => ({
  ...design,
  resources: design.resources.filter((one) => one.kind !== kind),
});

/** The whole check of estates that lack everything of a kind: what is wrong in each spoke may not be looked for in all. */
export function benchFaultyEstates(): void {
  warmCompiler();
  const rows = missed.map((kind) => {
    const [small = 0, large = 0] = [1000, 8000].map((size) =>
      medianOf(coldTimes(without(estate(size), kind), (copy) => check(copy, { today }), 3)),
    );
    return [kinds[kind].title, small.toFixed(0), large.toFixed(0), (large / small).toFixed(1)];
  });
  console.log('\nThe whole check of estates in which a kind is missing, milliseconds (n log n: 10.4 times).');
  console.log(table(['without', '1,000', '8,000', 'times'], rows));
}

/** The same resources through a common rule engine with forty predicates on single properties. */
export async function benchPropertyRules(): Promise<void> {
  const design = estate(1000);
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [kind, property, operator, value] of propertyPredicates)
    engine.addRule({
      conditions: {
        all: [
          { fact: 'resource', path: '$.kind', operator: 'equal', value: kind },
          { fact: 'resource', path: `$.${property}`, operator, value },
        ],
      },
      event: { type: `${kind} ${property}` },
    });
  const runOnce = async () => {
    let found = 0;
    for (const resource of design.resources) {
      const { events } = await engine.run({ resource });
      found += events.length;
    }
    return found;
  };
  // Both are warmed, whichever benchmarks ran before.
  const found = await runOnce();
  warmCompiler();
  const times: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    await runOnce();
    times.push(performance.now() - start);
    ours.push(...coldTimes(design, (copy) => check(copy, { today }), 1));
  }
  times.sort((one, other) => one - other);
  ours.sort((one, other) => one - other);
  console.log('\nOur whole check beside plain property rules, 1,000 resources, in turn, milliseconds.');
  console.log(
    table(
      ['', 'median (least)', 'results'],
      [
        [
          'whole check, every rule, every trace',
          figures(ours),
          String(check(design, { today }).findings.length),
        ],
        [
          `${propertyPredicates.length} property predicates in json-rules-engine`,
          figures(times),
          String(found),
        ],
        ['times faster', (medianOf(times) / medianOf(ours)).toFixed(1), ''],
      ],
    ),
  );
}
