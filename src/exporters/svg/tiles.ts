import type { Scene } from '#drawing';
import { escaped } from '../escaped.ts';
import type { ExportInput } from '../exporter.ts';
import { dateInWords } from './date-in-words.ts';
import { type Colours, document, element, sceneToSvg, shapesToSvg } from './render-svg.ts';
import { border } from './sheet-plan.ts';
import { frame } from './sheet-text.ts';
import { inset, type TileFacts, tileRoom, tileSheet, zoomOf } from './tile-facts.ts';
import { footShapes } from './tile-foot.ts';
import { gridOn, neighboursOf, overlapShapes, pillShapes } from './tile-marks.ts';
import { meetsTile, type Tile } from './tile-plan.ts';

/** One part of a drawing at a size that is legible on A3, with its neighbours named where it goes on. */
export function drawTile(
  { design, today }: ExportInput,
  tile: Tile,
  facts: TileFacts,
  colours: Colours,
): string {
  const { scene, tiles, ground } = facts;
  const zoom = zoomOf(tiles);
  const own = { width: tile.x.end - tile.x.start, height: tile.y.end - tile.y.start };
  const size = { width: own.width * zoom, height: own.height * zoom };
  const at = {
    x: border + inset + (tileRoom.width - size.width) / 2,
    y: border + inset + (tileRoom.height - size.height) / 2,
  };
  const onSheet = (axis: 'x' | 'y', value: number) => at[axis] + (value - tile[axis].start) * zoom;
  const drawn = { ...scene, items: inTile(tile, scene), edges: edgesIn(tile, scene) };
  const next = neighboursOf(tile, tiles);
  const words = footShapes(design.name, dateInWords(today), tile, facts);
  const content = [
    element('title', {}, escaped(`${design.name}, sheet ${tile.sheet}`)),
    element('rect', { x: 0, y: 0, ...tileSheet, fill: ground }),
    shapesToSvg(overlapShapes(tile, next, onSheet), colours),
    element(
      'svg',
      { ...at, ...size, viewBox: `${tile.x.start} ${tile.y.start} ${own.width} ${own.height}` },
      sceneToSvg(drawn, colours),
    ),
    shapesToSvg([...gridOn(facts, tile, onSheet), ...words], colours),
    frame(border, border, tileSheet.width - 2 * border, tileSheet.height - 2 * border, colours),
    shapesToSvg(pillShapes(next), colours),
  ].join('\n');
  return document(tileSheet, content, { metadata: '', style: '' });
}

/** Markers reach beyond the box that they are on. */
const beyond = 16;

const inTile = (tile: Tile, { items }: Scene): Scene['items'] =>
  items.filter((item) => meetsTile(tile, item, beyond));

const edgesIn = (tile: Tile, { edges }: Scene): Scene['edges'] =>
  edges.filter(({ points }) => {
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return meetsTile(tile, { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }, beyond);
  });
