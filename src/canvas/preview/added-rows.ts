import { fitted, type Scene, type SceneItem, type Shape } from '#drawing';
import { measures, zonesCard } from '#layout';
import { addedShapes } from './added-shapes.ts';

/** Rows that the card of the zones would have more, from its corner. */
export interface AddedRows {
  readonly rows: readonly { readonly x: number; readonly y: number; readonly shapes: readonly Shape[] }[];
  /** By so much the card would be taller. */
  readonly growth: number;
  /** The card itself, so much taller. */
  readonly card: readonly Shape[];
}

const { zoneGap, inset } = measures.card;

/** A row as a new one of that name looks: no fault, and not there yet. */
const newRow = ({ shapes, width }: SceneItem, name: string): readonly Shape[] => {
  const [frame] = shapes;
  const text = shapes.find((shape) => shape.type === 'text');
  if (frame?.type !== 'rect' || text?.type !== 'text') return [];
  const room = width - 2 * text.x;
  return addedShapes([
    { ...frame, fill: 'panel', stroke: 'error-dash', strokeWidth: 1.3, dash: '4 3' },
    fitted(name.replace(/^privatelink\./i, ''), text.x, text.y, 'label', 'error', room),
  ]);
};

/** New zones below the last row of their card, or beside it where a column is free. */
export function addedRows({ items }: Scene, names: readonly string[]): AddedRows | undefined {
  const card = items.find(({ id }) => id === zonesCard);
  const known = items.filter(({ parent }) => parent === zonesCard);
  const last = known.at(-1);
  if (!card || !last) return undefined;
  const left = Math.min(...known.map(({ x }) => x));
  let { x, y } = last;
  const rows = names.map((name) => {
    x += last.width + zoneGap;
    if (x + last.width > card.x + card.width - inset + 1) {
      x = left;
      y += last.height + zoneGap;
    }
    return { x: x - card.x, y: y - card.y, shapes: newRow(last, name) };
  });
  const growth = Math.max(0, y + last.height + inset - card.y - card.height);
  const [frame, ...others] = card.shapes;
  const grown =
    frame?.type === 'rect' ? [{ ...frame, height: frame.height + growth }, ...others] : card.shapes;
  return { rows, growth, card: grown };
}
