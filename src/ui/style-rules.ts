/** Properties whose numbers are no pixels. */
const unitless = new Set([
  'columnCount',
  'fillOpacity',
  'flex',
  'flexGrow',
  'flexShrink',
  'fontWeight',
  'gridColumn',
  'gridRow',
  'lineHeight',
  'opacity',
  'order',
  'strokeOpacity',
  'strokeWidth',
  'WebkitLineClamp',
  'zIndex',
]);

const nameOf = (property: string): string =>
  property.startsWith('--') ? property : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const withUnit = (property: string, value: string | number): string =>
  typeof value === 'string' || value === 0 || unitless.has(property) ? String(value) : `${value}px`;

const declarationsOf = (style: object): string =>
  Object.entries(style)
    .map(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? `${nameOf(key)}:${withUnit(key, value)};` : '',
    )
    .join('');

/** An outline that is drawn as a shadow, so that nothing shifts: inside or not, how wide, in which colour. */
const ringShadow = /^(inset )?0 0 0 ([\d.]+)px (.*)/;

/** Forced colours leave shadows out: what is outlined by one is outlined there by a line. What is only pointed at need not be. */
function forcedRing(selector: string, { boxShadow }: { readonly boxShadow?: unknown }): readonly string[] {
  const ring =
    typeof boxShadow === 'string' && !selector.includes(':hover') ? ringShadow.exec(boxShadow) : null;
  if (!ring) return [];
  const [, inset, size, colour = ''] = ring;
  const width = Math.ceil(Number(size));
  const offset = inset ? `outline-offset:-${width}px;` : '';
  const line = colour.includes('-paint-you') ? 'Highlight' : 'CanvasText';
  return [`@media (forced-colors: active){${selector}{outline:${width}px solid ${line};${offset}}}`];
}

/**
 * The rules of a style, with its selector in the place of each `&`. They are flat, though browsers know nested ones:
 * those they cannot dismiss by a look at what is around an element, and match one by one.
 */
export function rulesOf(selector: string, style: object): readonly string[] {
  const own = declarationsOf(style);
  const parent = selector.includes(',') ? `:is(${selector})` : selector;
  const nested = Object.entries(style).flatMap(([key, value]) => {
    if (typeof value !== 'object') return [];
    return key.startsWith('@')
      ? `${key}{${rulesOf(selector, value).join('')}}`
      : rulesOf(key.replaceAll('&', parent), value);
  });
  return own === '' ? nested : [`${selector}{${own}}`, ...forcedRing(selector, style), ...nested];
}
