import type { Numbered } from './markers.ts';
import type { Token } from './palette.ts';
import { repainted } from './repainted.ts';
import type { Shape } from './scene.ts';
import type { DraftItem } from './stage.ts';

/** Paints of a chip that is a fault, by those of one that is open, or open to some. */
const faulty: Readonly<Partial<Record<Token, Token>>> = {
  sunken: 'error-tint',
  panel: 'error-tint',
  line: 'error-line',
  line3: 'error-line',
  t1: 'error',
};

/** Without its tick, and in the colours of an error where it is one. */
function signed(shapes: readonly Shape[], isError: boolean): readonly Shape[] {
  const bare = shapes.filter(({ type }) => type !== 'icon');
  return isError ? repainted(bare, (paint) => faulty[paint] ?? paint) : bare;
}

/** Drafts with the signs of findings that are about chips in the place of the signs that these have. */
export const withSignsOnChips = (
  drafts: readonly DraftItem[],
  findings: ReadonlyMap<string, readonly Numbered[]>,
): readonly DraftItem[] =>
  drafts.map((draft) => {
    const [worst] = draft.role === 'chip' ? (findings.get(draft.id) ?? []) : [];
    if (!worst) return draft;
    const { severity, verdict, accepted } = worst.finding;
    const isError = severity === 'error' && verdict === 'failed' && accepted === undefined;
    return { ...draft, shapes: signed(draft.shapes, isError) };
  });
