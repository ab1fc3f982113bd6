import { sources } from '#catalog';
import { drawScene, type Scene, type Shape } from '#drawing';
import { ruleSummaries } from '#rules';
import { escaped } from '../escaped.ts';
import type { ExportInput } from '../exporter.ts';
import { writeDesign } from '../json/write-design.ts';
import { addressBlocks, countsBlock, emptyFindingsBlock, titleBlock } from './column-blocks.ts';
import { type Block, findingBlock } from './finding-blocks.ts';
import { type Grid, gridOver, letterOf, placesOf } from './grid.ts';
import { legendShapes } from './legend.ts';
import { coloursOf, document, element, sceneToSvg, shapesToSvg } from './render-svg.ts';
import { sha256 } from './sha-256.ts';
import { frame, line, rule } from './sheet-text.ts';
import { titleBlockHeight, titleBlockShapes } from './title-block.ts';

/** Outside of the frame: letters and numbers. */
const border = 30;
const padding = 28;
const columnWidth = 360;
const columnPadding = 22;
const mostColumns = 3;
const leastWidth = 900;
const leastHeight = 820;

/** Blocks in columns of one height, or `undefined` where they need more columns. */
function inColumns(
  blocks: readonly Block[],
  height: number,
  most: number,
): readonly (readonly Block[])[] | undefined {
  const columns: Block[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    if (used + block.height > height - (columns.length === most ? titleBlockHeight : 0) && used > 0) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(block);
    used += block.height;
  }
  // The title block stands under the last column, whichever it is.
  const isTooLong = columns.length > most || (columns.length === most && used > height - titleBlockHeight);
  return isTooLong ? undefined : columns;
}

interface Plan {
  readonly columns: readonly (readonly Block[])[];
  readonly height: number;
}

/** As few columns as hold everything on a sheet wider than high; past three it grows in height all the same. */
function planOf(blocks: readonly Block[], least: number, width: number): Plan {
  for (let most = 1; ; most = Math.min(mostColumns, most + 1)) {
    const tallest =
      most === mostColumns ? Number.POSITIVE_INFINITY : Math.max(least, (width + most * columnWidth) * 0.7);
    for (let height = least; height <= tallest; height += 40) {
      const columns = inColumns(blocks, height - 2 * columnPadding, most);
      if (columns) return { columns, height };
    }
  }
}

/** The whole drawing as a sheet for a review: frame, grid, legend, findings, addresses and title block. Always light. */
export function sheetSvg(input: ExportInput): string {
  const { design, network, result } = input;
  const scene = drawScene({ design, network, result });
  const areaWidth = Math.max(leastWidth, scene.width + 2 * padding);
  const legend = legendShapes(scene, 0, 0, areaWidth - 2 * padding);
  const drawingHeight = scene.height + 2 * padding + legend.height + 34;
  const width = columnWidth - 2 * columnPadding;
  // Places do not change the height of a finding much: measured with the widest, so that nothing moves.
  const measured = planOf(blocksOf(input, width, new Map()), Math.max(leastHeight, drawingHeight), areaWidth);
  const grid = gridOver(border, border, areaWidth, measured.height);
  const offset = { x: border + (areaWidth - scene.width) / 2 - scene.x, y: border + padding - scene.y };
  const places = placesOf(scene, grid, offset);
  const plan = planOf(blocksOf(input, width, places), measured.height, areaWidth);
  return written(input, scene, { grid, offset, plan, areaWidth, legend: legend.height });
}

function blocksOf(
  { design, network, result }: ExportInput,
  width: number,
  places: ReadonlyMap<string, readonly string[]>,
): readonly Block[] {
  return [
    titleBlock(design, width),
    countsBlock(result, width),
    ...(result.findings.length === 0 ? [emptyFindingsBlock(width)] : []),
    ...result.findings.map((finding, at) =>
      findingBlock(finding, at + 1, places.get(finding.fingerprint) ?? [], width),
    ),
    ...addressBlocks(network, width),
  ];
}

interface Measures {
  readonly grid: Grid;
  readonly offset: { readonly x: number; readonly y: number };
  readonly plan: Plan;
  readonly areaWidth: number;
  readonly legend: number;
}

function written(
  input: ExportInput,
  scene: Scene,
  { grid, offset, plan, areaWidth, legend }: Measures,
): string {
  const colours = coloursOf('light', '#FFFFFF');
  const { height } = plan;
  const columnsWidth = plan.columns.length * columnWidth;
  const size = { width: areaWidth + columnsWidth + 2 * border, height: height + 2 * border };
  const columnX = border + areaWidth;
  const legendY = border + height - legend - 6;
  const lastX = columnX + (plan.columns.length - 1) * columnWidth;
  const shapes: readonly Shape[] = [
    ...gridShapes(grid),
    rule(border + padding, columnX - padding, legendY - 26),
    ...legendShapes(scene, border + padding, legendY, areaWidth - 2 * padding).shapes,
    ...plan.columns.map(
      (_, at): Shape => ({
        type: 'path',
        d: `M${columnX + at * columnWidth} ${border}V${border + height}`,
        stroke: at === 0 ? 'ink' : 'line2',
        strokeWidth: at === 0 ? 1.4 : 1,
      }),
    ),
    ...titleBlockShapes(lastX, border + height - titleBlockHeight, columnWidth, {
      today: input.today,
      hash: sha256(writeDesign(input.design)),
      ruleCount: ruleSummaries.length,
      factsRead: latestReading(),
    }),
  ];
  const columns = plan.columns.map((blocks, at) => {
    let y = border + columnPadding;
    return blocks.map((block) => {
      const drawn = shapesToSvg(block.shapes, colours, columnX + at * columnWidth + columnPadding, y);
      y += block.height;
      return drawn;
    });
  });
  const content = [
    element('title', {}, escaped(input.design.name)),
    element('rect', { x: 0, y: 0, ...size, fill: '#FFFFFF' }),
    element('g', { transform: `translate(${offset.x} ${offset.y})` }, sceneToSvg(scene, colours)),
    shapesToSvg(shapes, colours),
    ...columns.flat(),
    frame(border, border, areaWidth + columnsWidth, height, colours),
  ].join('\n');
  return document({ x: 0, y: 0, ...size }, size, content, input.fontFaces);
}

const latestReading = (): string =>
  Object.values(sources)
    .map((source) => source.checkedOn)
    .sort()
    .at(-1) ?? '';

/** Numbers along the top, letters down the left side, with ticks between. */
function gridShapes(grid: Grid): readonly Shape[] {
  const shapes: Shape[] = [];
  for (let column = 0; column < grid.columns; column += 1) {
    const x = grid.x + column * grid.cellWidth;
    shapes.push(line(x + grid.cellWidth / 2, grid.y - 8, `${column + 1}`, 'small-address', 't2', 'middle'));
    if (column > 0)
      shapes.push({ type: 'path', d: `M${x} ${grid.y - 8}V${grid.y}`, stroke: 'line3', strokeWidth: 1 });
  }
  for (let row = 0; row < grid.rows; row += 1) {
    const y = grid.y + row * grid.cellHeight;
    shapes.push(
      line(grid.x - 14, y + grid.cellHeight / 2 + 3.5, letterOf(row), 'small-address', 't2', 'middle'),
    );
    if (row > 0)
      shapes.push({ type: 'path', d: `M${grid.x - 8} ${y}H${grid.x}`, stroke: 'line3', strokeWidth: 1 });
  }
  return shapes;
}
