import { writeCsv } from '#exporters';
import type { Design } from '#model';
import { addressPlan, nextFreeNetwork, type PlannedNetwork, type PlannedSubnet, useText } from '#network';
import { check, type Finding } from '#rules';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import { namesAt } from './check-json.ts';
import type { ExitStatus, Io } from './io.ts';
import { columns, section, wrapped } from './layout.ts';
import { oneLine } from './one-line.ts';
import { notesLines, type OpenedDesign, openDesign } from './open-design.ts';
import { refuseRules } from './open-rules.ts';

/** `isoplan ipplan FILE…`: the address plan. */
export async function ipplanCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, fileOptions);
  const options = readFileOptions(values);
  refuseRules(options);
  const format = readWord('--format', options.format ?? 'text', ['text', 'csv', 'json']);
  const opened = await openDesign(positionals, options, io);
  const plan = judgedPlan(opened.design, options.date ?? io.today());
  io.print({ text: planText, csv: planCsv, json: planJson }[format](opened, plan));
  return plan.fits ? 0 : 1;
}

interface JudgedPlan {
  readonly networks: readonly PlannedNetwork[];
  /** Findings about addresses: too few, overlaps, forbidden ranges. Accepted ones fit no better. */
  readonly findings: readonly Finding[];
  readonly fits: boolean;
}

function judgedPlan(design: Design, today: string): JudgedPlan {
  const all = check(design, { today }).findings;
  const findings = all.filter(({ category }) => category === 'Addresses');
  const fits = !findings.some(({ verdict, severity }) => verdict === 'failed' && severity === 'error');
  return { networks: addressPlan(design), findings, fits };
}

function planJson({ design }: OpenedDesign, { networks, findings, fits }: JudgedPlan): string {
  const problems = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    verdict: finding.verdict,
    at: namesAt(design, finding.at),
    text: finding.text,
  }));
  const report = {
    design: design.name,
    fits,
    nextFreeNetwork: nextFreeNetwork(design) ?? null,
    networks: networks.map((network) => ({
      ...network,
      subnets: network.subnets.map((subnet) => ({
        ...subnet,
        verdict: verdictOf(subnet),
        uses: subnet.uses.map(({ label, count, arithmetic }) => ({ label, count, arithmetic })),
      })),
    })),
    problems,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

const verdictOf = ({ planned, short, size, overlaps }: PlannedSubnet): string => {
  if (size === 0) return 'no prefix';
  if (overlaps.length > 0) return 'overlaps';
  if (planned === undefined) return 'sized by Azure';
  return short > 0 ? 'does not fit' : 'fits';
};

const prefixText = (prefixes: readonly string[]): string => prefixes.join(' ') || 'none';

/** One row a network and one a subnet, under one header. */
function planCsv(_: OpenedDesign, { networks }: JudgedPlan): string {
  const header =
    'Network,Subnet,Prefix,Size,Usable,Used now,Planned at largest,Free,Short,Next free prefix,Verdict,Taken by';
  const rows = networks.flatMap((network) => [
    [
      network.name,
      '',
      prefixText(network.addressPrefixes),
      network.size,
      '',
      '',
      network.allotted,
      Math.max(0, network.size - network.allotted),
      '',
      network.nextFreePrefix ?? '',
      network.kind === 'on-premises-network' ? 'on-premises' : '',
      '',
    ],
    ...network.subnets.map((subnet) => [
      network.name,
      subnet.name,
      prefixText(subnet.addressPrefixes),
      subnet.size,
      subnet.capacity,
      subnet.usedNow ?? '',
      subnet.planned ?? '',
      subnet.free ?? '',
      subnet.short,
      subnet.nextFreePrefix ?? '',
      verdictOf(subnet),
      subnet.uses.map(useText).join('; '),
    ]),
  ]);
  const plain = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? oneLine(cell) : cell)));
  return writeCsv({ columns: header.split(','), rows: plain });
}

const grouped = (count: number | undefined): string =>
  count === undefined ? '' : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

function planText(opened: OpenedDesign, { networks, findings }: JudgedPlan): string {
  const { design } = opened;
  const failed = findings.filter(({ verdict }) => verdict === 'failed');
  const undecided = findings.filter(({ verdict }) => verdict !== 'failed');
  const linesOf = ({ severity, text, verdict, missing }: Finding) =>
    wrapped(verdict === 'failed' ? `${severity}: ${text}` : `Not counted: ${missing?.fact ?? text}`, '  ');
  const lines = [
    `Address plan of ${design.name}`,
    'Azure keeps 5 addresses of every subnet. Used now: clusters at their smallest size; planned: at their largest.',
    ...(networks.length === 0 ? ['', 'The design has no network.'] : networks.flatMap(networkLines)),
    '',
    `Next free prefix for a new network: ${nextFreeNetwork(design) ?? 'none'}, as far as networks are shown`,
    ...section('What does not fit, and what is close', failed, linesOf),
    ...section('Not decided', undecided, linesOf),
    ...(failed.length === 0 && networks.length > 0 ? ['', 'Everything fits, and nothing overlaps.'] : []),
    ...notesLines(opened),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

function networkLines(network: PlannedNetwork): readonly string[] {
  const { name, addressPrefixes, size, allotted, subnets, kind } = network;
  const title = `${name}  ${prefixText(addressPrefixes)}`;
  if (kind === 'on-premises-network') return ['', `${title}  on-premises`];
  const free = network.nextFreePrefix;
  return [
    '',
    title,
    `  ${grouped(allotted)} of ${grouped(size)} addresses allotted to subnets; ${free === undefined ? 'no prefix is free' : `next free prefix ${free}`}`,
    ...(subnets.length === 0 ? [] : subnetTable(subnets)),
    ...subnets.flatMap((subnet) => usesLines(subnet)),
  ];
}

const subnetTable = (subnets: readonly PlannedSubnet[]): readonly string[] =>
  columns(
    ['Subnet', 'Prefix', 'Usable', 'Used now', 'Planned', 'Free', 'Next free', ''],
    subnets.map((one) => [
      one.name,
      prefixText(one.addressPrefixes),
      grouped(one.capacity),
      grouped(one.usedNow),
      grouped(one.planned),
      one.short > 0 ? `-${grouped(one.short)}` : grouped(one.free),
      one.nextFreePrefix ?? 'none',
      verdictText(one),
    ]),
    new Set([2, 3, 4, 5]),
  ).map((line) => `  ${line}`);

function verdictText(subnet: PlannedSubnet): string {
  const verdict = verdictOf(subnet);
  const short = subnet.short > 0 ? [`${grouped(subnet.short)} too few`] : [];
  if (verdict === 'overlaps') return `✗ ${[...short, `overlaps ${subnet.overlaps.join(', ')}`].join('; ')}`;
  return verdict === 'does not fit' ? `✗ ${short.join('')}` : verdict === 'fits' ? '✓' : verdict;
}

const usesLines = ({ name, uses, planned }: PlannedSubnet): readonly string[] =>
  uses.length === 0 || planned === undefined
    ? []
    : wrapped(`${name}: ${uses.map(useText).join('; ')}`, '    ');
