import { sources } from '#catalog';
import { palette, type Scene, type Shape } from '#drawing';
import { ruleSummaries } from '#rules';
import { escaped } from '../escaped.ts';
import type { ExportInput, Omission } from '../exporter.ts';
import { writeDesign } from '../json/write-design.ts';
import type { Block } from './block.ts';
import { columnOf } from './column.ts';
import { type DrawnPart, drawnPart } from './drawn-part.ts';
import { designMetadata } from './embedded-design.ts';
import { fontFacesFor } from './embedded-fonts.ts';
import { type Grid, gridOver, gridShapes, placesOf } from './grid.ts';
import { legendBlock, legendShapes } from './legend.ts';
import { omissionsOf } from './omissions.ts';
import { type Colours, coloursOf, document, element, sceneToSvg, shapesToSvg } from './render-svg.ts';
import { sha256 } from './sha-256.ts';
import { border, columnPadding, columnWidth, footInset, type Plan, planSheet } from './sheet-plan.ts';
import { frame, rule } from './sheet-text.ts';
import { tileRoom } from './tile-facts.ts';
import { sheetsBlock } from './tile-key.ts';
import { planTiles, type Tile } from './tile-plan.ts';
import { drawTile } from './tiles.ts';
import { titleBlockHeight, titleBlockShapes } from './title-block.ts';

/** What a sheet says of the program that drew it. */
export interface SheetFacts {
  readonly ruleCount: number;
  /** ISO date on which the newest fact was read. */
  readonly factsRead: string;
}

const currentFacts = (): SheetFacts => ({
  ruleCount: ruleSummaries.length,
  factsRead:
    Object.values(sources)
      .map((source) => source.checkedOn)
      .sort()
      .at(-1) ?? '',
});

export interface Sheet {
  readonly svg: string;
  readonly omissions: readonly Omission[];
}

/** The drawing as a sheet for a review: frame, grid, legend, findings, addresses and title block. */
export function drawSheet(input: ExportInput, facts: SheetFacts = currentFacts()): Sheet {
  const { svg, omissions } = composed(input, drawnPart(input), facts);
  return { svg, omissions };
}

/** On A3 with margins, as a report prints it: millimetres. */
const page = { width: 412, height: 288 } as const;
const legible = 2.5;
const smallestText = 10.5;

/** The sheet; where it is too large to be read on A3, followed by sheets that show it in parts. */
export function drawSheets(input: ExportInput, facts: SheetFacts = currentFacts()): readonly string[] {
  const part = drawnPart(input);
  const { scene } = part;
  const whole = composed(input, part, facts);
  const scale = Math.min(page.width / whole.size.width, page.height / whole.size.height);
  if (scale * smallestText >= legible) return [whole.svg];
  const tiles = planTiles(scene, tileRoom);
  const first = composed(input, part, facts, tiles);
  const { grid, placement } = first;
  const { colours, ground } = paintsOf(input);
  const shared = { scene, tiles, grid, placement, ground, hash: sha256(writeDesign(input.design)) };
  return [first.svg, ...tiles.map((tile) => drawTile(input, tile, shared, colours))];
}

function composed(input: ExportInput, part: DrawnPart, facts: SheetFacts, tiles: readonly Tile[] = []) {
  const showsFindings = input.picture?.showsFindings !== false;
  const inner = columnWidth - 2 * columnPadding;
  const blocksWith = (places: ReadonlyMap<string, readonly string[]>) => [
    ...columnOf(input, part, places, inner),
    ...(tiles.length > 0 ? [sheetsBlock({ scene: part.scene, tiles }, inner)] : []),
  ];
  const legend = (width: number) => legendShapes(part.scene, width, showsFindings);
  const plan = planSheet({
    drawing: part.scene,
    blocks: blocksWith(placesOf(part.scene)),
    legendHeight: (width) => legend(width).height,
    legendBlock: legendBlock(part.scene, inner, showsFindings),
    titleHeight: titleBlockHeight,
  });
  const grid = gridOver(border, border, plan.areaWidth, plan.height);
  const placement = { x: border + plan.left, y: border + plan.top, zoom: plan.zoom };
  // The same blocks, of the same heights, now that the places are known.
  const blocks = [...blocksWith(placesOf(part.scene, grid, placement))];
  const columns = plan.columns.map((column) => column.map((block) => blocks.shift() ?? block));
  const svg = written(input, part, { ...plan, columns }, grid, { ...facts, sheets: tiles.length + 1 });
  return { svg, omissions: omissionsOf(input, part, sizeOf(plan)), size: sizeOf(plan), grid, placement };
}

function paintsOf({ picture }: ExportInput) {
  const scheme = picture?.scheme ?? 'light';
  const ground = scheme === 'light' ? '#FFFFFF' : palette.dark.canvas;
  return { ground, colours: coloursOf(scheme, ground) };
}

const sizeOf = ({ areaWidth, columns, height }: Plan) => ({
  width: areaWidth + columns.length * columnWidth + 2 * border,
  height: height + 2 * border,
});

function written(
  input: ExportInput,
  { scene }: DrawnPart,
  plan: Plan,
  grid: Grid,
  facts: SheetFacts & { readonly sheets: number },
): string {
  const { picture = {}, design, fonts } = input;
  const { colours, ground } = paintsOf(input);
  const size = sizeOf(plan);
  const { x, y } = { x: border + plan.left, y: border + plan.top };
  const drawing = element(
    'g',
    { transform: `translate(${x} ${y}) scale(${plan.zoom}) translate(${-scene.x} ${-scene.y})` },
    sceneToSvg(scene, colours),
  );
  const content = [
    element('title', {}, escaped(design.name)),
    picture.background === 'transparent' ? '' : element('rect', { x: 0, y: 0, ...size, fill: ground }),
    drawing,
    shapesToSvg(sheetShapes(input, scene, plan, grid, facts), colours),
    ...columnsToSvg(plan, colours),
    frame(border, border, size.width - 2 * border, plan.height, colours),
  ].join('\n');
  return document(size, content, {
    metadata: picture.holdsDesign === false ? '' : designMetadata(design),
    style: fonts ? fontFacesFor(content, fonts) : '',
  });
}

/** Grid, legend, lines between the columns, title block. */
function sheetShapes(
  { design, today, picture = {} }: ExportInput,
  scene: Scene,
  { areaWidth, columns, height, footHeight }: Plan,
  grid: Grid,
  facts: SheetFacts & { readonly sheets: number },
): readonly Shape[] {
  const columnX = border + areaWidth;
  const footY = border + height - footHeight - 12;
  const lastX = columnX + (columns.length - 1) * columnWidth;
  const foot = legendShapes(scene, areaWidth - 2 * footInset, picture.showsFindings !== false, {
    x: border + footInset,
    y: footY + 12,
  });
  return [
    ...gridShapes(grid),
    ...(footHeight > 0 ? [rule(border + footInset, columnX - footInset, footY - 14), ...foot.shapes] : []),
    ...columns.map(
      (_, at): Shape => ({
        type: 'path',
        d: `M${columnX + at * columnWidth} ${border}V${border + height}`,
        stroke: at === 0 ? 'ink' : 'line2',
        strokeWidth: at === 0 ? 1.4 : 1,
      }),
    ),
    ...titleBlockShapes(lastX, border + height - titleBlockHeight, columnWidth, {
      today,
      hash: sha256(writeDesign(design)),
      ...facts,
    }),
  ];
}

const columnsToSvg = ({ columns, areaWidth }: Plan, colours: Colours): readonly string[] =>
  columns.flatMap((blocks: readonly Block[], at) => {
    let y = border + columnPadding;
    return blocks.map((block) => {
      const drawn = shapesToSvg(
        block.shapes,
        colours,
        border + areaWidth + at * columnWidth + columnPadding,
        y,
      );
      y += block.height;
      return drawn;
    });
  });
