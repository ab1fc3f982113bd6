import type { Scene, SceneItem, Shape } from '#drawing';
import { type Label, labelPlacing } from './label-places.ts';
import type { PreviewMark } from './preview-marks.ts';
import { withFact } from './told-shapes.ts';
import type { Words } from './words-for.ts';

/** Lines of one label: the list of changes has them all. */
const mostLines = 3;

/** The words of an item, all of them with the same of what could be left out. */
function linesOf(words: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const steps = Math.max(...words.map(({ length }) => length));
  const rest = words.length - mostLines;
  return Array.from({ length: steps }, (_, left) => [
    ...words.slice(0, mostLines).flatMap((one) => one[Math.max(0, one.length - steps + left)] ?? []),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ]);
}

/**
 * Where the words of a preview are told: one change of a node in the place of its fact, where that has room for its whole
 * name; others beside the item, where nothing is; else with less of its name.
 */
export function toldWords(
  { items, edges, ...scene }: Scene,
  marks: ReadonlyMap<string, PreviewMark>,
): {
  readonly labels: readonly (Label & { readonly item: string })[];
  readonly facts: ReadonlyMap<string, readonly Shape[]>;
} {
  const place = labelPlacing({ items, edges, ...scene });
  const facts = new Map<string, readonly Shape[]>();
  const labels: (Label & { readonly item: string })[] = [];
  const tell = (item: SceneItem, words: readonly Words[]) => {
    const fact = (of: readonly string[] = []) => (words.length === 1 ? withFact(item, of) : undefined);
    const beside = (of: readonly (readonly string[])[]): Label | undefined => {
      for (const lines of of) {
        const label = place(item, lines);
        if (label) return label;
      }
      return undefined;
    };
    const [only] = words;
    const values = words.map(({ named, short }) => (short.length > 0 ? short : named).slice(-1));
    const told =
      fact(only?.named) ??
      beside(linesOf(words.map(({ named }) => named))) ??
      fact(only?.short) ??
      beside(linesOf(values));
    if (!told) return;
    if ('lines' in told) labels.push({ ...told, item: item.id });
    else facts.set(item.id, told);
  };
  for (const item of items) {
    const words = marks.get(item.id)?.words ?? [];
    if (words.length > 0) tell(item, words);
  }
  return { labels, facts };
}
