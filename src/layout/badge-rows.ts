import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { textWidth } from './text-width.ts';

/** A badge's place in its container, CSS pixels. */
export interface BadgePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Badges in rows of `width`, the first row at `top`; and the height of all rows with the space below. */
export function badgeRows<T extends { readonly text: string }>(
  drafts: readonly T[],
  width: number,
  top: number,
): { readonly badges: readonly (T & BadgePlace)[]; readonly height: number } {
  const { inset } = measures.subnet;
  const { gap, columnGap, height } = measures.badge;
  let x = inset;
  let y = top;
  const badges = drafts.map((draft) => {
    const own = badgeWidth(draft.text);
    if (x > inset && x + own > width - inset) {
      x = inset;
      y += height + gap;
    }
    const badge = { ...draft, x, y, width: own };
    x += own + columnGap;
    return badge;
  });
  return { badges, height: badges.length === 0 ? 0 : y - top + height + 8 };
}

const badgeWidth = (text: string): number => {
  const { left, icon, iconGap, right } = measures.badge;
  return Math.ceil(left + icon + iconGap + textWidth(text, fonts.badge) + right);
};
