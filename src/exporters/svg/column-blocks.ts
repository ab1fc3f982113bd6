import { markerShapes, regionName, type Shape, type TextStyle, textStyles } from '#drawing';
import { textWidth } from '#layout';
import { type Design, goalsOf, type ResourceOf, resourcesOfKind } from '#model';
import type { Network, SubnetUsage } from '#network';
import type { CheckResult, Severity } from '#rules';
import type { Block } from './block.ts';
import type { DrawnPart } from './drawn-part.ts';
import { line, paragraph, rule } from './sheet-text.ts';

/** Name of the design, where it is, and what it is judged by. */
export function titleBlock(design: Design, chosen: readonly string[] | undefined, width: number): Block {
  const title = paragraph(0, 26, design.name, 'display', width, 30);
  const regions = resourcesOfKind(design, 'region').map((region) => regionName(region.name));
  const where =
    regions.length === 0 ? '' : `, ${regions.slice(0, 3).join(', ')}${regions.length > 3 ? ' and more' : ''}`;
  const subtitle = paragraph(
    0,
    26 + title.height - 4,
    `Azure Machine Learning network${where}${chosen === undefined ? '' : `. Only ${chosen.join(', ')}`}`,
    'label',
    width,
    16,
    't2',
  );
  const goalsY = 26 + title.height + subtitle.height + 14;
  const goals = paragraph(0, goalsY + 17, goalsInWords(design), 'section', width, 16);
  return {
    height: goalsY + 17 + goals.height + 4,
    shapes: [...title.shapes, ...subtitle.shapes, line(0, goalsY, 'Goals', 'fact', 't2'), ...goals.shapes],
  };
}

function goalsInWords(design: Design): string {
  const goals = goalsOf(design);
  const parts = [
    goals.workspace === 'private' ? 'Private workspace' : 'Public workspace',
    goals.exfiltrationPrevention === 'on' ? 'exfiltration prevention' : 'no exfiltration prevention',
    goals.internetOutbound === 'approved' ? 'approved outbound only' : 'internet outbound allowed',
    ...(goals.cloud === 'public' ? [] : [goals.cloud === 'china' ? 'Azure in China' : 'Azure Government']),
    ...(goals.software.length === 0 ? [] : [`software: ${goals.software.join(', ')}`]),
  ];
  const isStated = Object.keys(design.goals).length > 0;
  return `${parts.join(', ')}${isStated ? '' : ' (not stated, so the strictest)'}`;
}

/** Errors, warnings, notes and passed checks; accepted and not decided are counted even when there are none. */
export function countsBlock({ summary }: CheckResult, width: number): Block {
  const counts: readonly (readonly [Severity | 'passed', number, string])[] = [
    ['error', summary.errors, 'error'],
    ['warning', summary.warnings, 'warning'],
    ['note', summary.notes, 'note'],
    ['passed', summary.passed, 'passed'],
  ];
  const said = counts.map(
    ([severity, count, word]) => `${count} ${word}${count === 1 || severity === 'passed' ? '' : 's'}`,
  );
  const widths = said.map((text) => 24 + textWidth(text, textStyles.section));
  const free = width - widths.reduce((sum, one) => sum + one, 0);
  const gap = free / (counts.length - 1);
  // Large numbers stand in two rows.
  const isOneRow = gap >= 8;
  const place = (at: number) => ({
    x: isOneRow
      ? widths.slice(0, at).reduce((sum, one) => sum + one + gap, 0)
      : (at % 2) * Math.round(width / 2),
    y: isOneRow ? 16 : 16 + Math.floor(at / 2) * 26,
  });
  const shapes = counts.flatMap(([severity], at) => {
    const { x, y } = place(at);
    return [...signOf(severity, x + 10, y), line(x + 24, y + 4, said[at] ?? '', 'section')];
  });
  const bottom = isOneRow ? 0 : 26;
  const accepted = summary.accepted === 0 ? 'Nothing is accepted.' : `${summary.accepted} accepted.`;
  const undecided = summary.cannotTell === 0 ? 'Nothing is undecided.' : `${summary.cannotTell} not decided.`;
  return {
    height: 58 + bottom,
    shapes: [
      ...shapes,
      line(0, 44 + bottom, `${accepted} ${undecided}`, 'body', 't2'),
      rule(0, width, 58 + bottom),
    ],
  };
}

function signOf(severity: Severity | 'passed', x: number, y: number): readonly Shape[] {
  if (severity === 'passed')
    return [
      { type: 'circle', cx: x, cy: y, r: 9, fill: 'passed' },
      { type: 'icon', icon: 'check', x: x - 6, y: y - 6, size: 12, paint: 'on-solid' },
    ];
  return markerShapes({ severity, verdict: 'failed' }, severity === 'note' ? 'i' : '!', x, y);
}

/** One sentence of the list. */
export const sayingBlock = (text: string, width: number): Block => ({
  height: 40,
  shapes: [line(0, 25, text, 'section'), rule(0, width, 40)],
});

const rowHeight = 22;

const columnGap = 8;

interface Told extends Pick<ResourceOf<'subnet'>, 'name' | 'addressPrefixes'> {
  readonly usage: SubnetUsage;
}

function figureOf({ isSizedByAzure, used, capacity }: SubnetUsage): string {
  if (isSizedByAzure) return 'by Azure';
  return capacity <= 0 ? 'no prefix' : `${used} of ${capacity}`;
}

/** Half of the width is for names, more where one needs it, less where a prefix would break: that cannot be read in two lines. */
function columnsOf(rows: readonly Told[], width: number) {
  const widest = (texts: readonly string[], style: TextStyle) =>
    Math.max(0, ...texts.map((text) => textWidth(text, textStyles[style])));
  const figures = widest(
    rows.map(({ usage }) => figureOf(usage)),
    'body',
  );
  const prefixes = widest(
    rows.flatMap(({ addressPrefixes }) => addressPrefixes),
    'small-address',
  );
  const prefixEnd = width - figures - columnGap;
  const named =
    columnGap +
    widest(
      rows.map(({ name }) => name),
      'body',
    );
  const prefix = Math.min(Math.max(width * 0.49, named), prefixEnd - prefixes);
  return { prefix: Math.max(width * 0.3, prefix), prefixEnd };
}

/** The address plan in short: a row each, so that it can be broken. */
export function addressBlocks(
  network: Network,
  { scene, chosen }: Pick<DrawnPart, 'scene' | 'chosen'>,
  width: number,
): readonly Block[] {
  const drawn = new Set(scene.items.map((item) => item.resource));
  const subnets = resourcesOfKind(network.design, 'subnet').filter(
    (subnet) => subnet.presence !== 'not-shown' && (chosen === undefined || drawn.has(subnet.id)),
  );
  if (subnets.length === 0) return [];
  const head: Block = {
    isHeading: true,
    height: 46,
    shapes: [line(0, 36, 'Addresses in use, of those usable', 'section'), rule(0, width, 46)],
  };
  const told = subnets.map((subnet) => ({ ...subnet, usage: network.addressing(subnet.id) }));
  const columns = columnsOf(told, width);
  const rows = told.map(({ name, addressPrefixes, usage }): Block => {
    const names = paragraph(0, 15, name, 'body', columns.prefix - columnGap, 14);
    const prefixWidth = columns.prefixEnd - columns.prefix;
    const prefixes = paragraph(
      columns.prefix,
      15,
      addressPrefixes.join(', '),
      'small-address',
      prefixWidth,
      14,
    );
    const height = Math.max(rowHeight, Math.max(names.height, prefixes.height) + 8);
    const paint = usage.free < 0 && !usage.isSizedByAzure ? 'error' : 't1';
    return {
      height,
      shapes: [
        ...names.shapes,
        ...prefixes.shapes,
        line(width, 15, figureOf(usage), 'body', paint, 'end'),
        rule(0, width, height),
      ],
    };
  });
  const foot = paragraph(
    0,
    20,
    'Counted at the largest size of each cluster. Azure keeps 5 addresses of every subnet.',
    'fact',
    width,
    14,
    't2',
  );
  return [head, ...rows, { height: 20 + foot.height, shapes: foot.shapes }];
}
