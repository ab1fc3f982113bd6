import { type ComponentProps, type CSSProperties, createElement, type ElementType, type JSX } from 'react';

/** Declarations; those under a selector with `&` in it are for that selector, those under an `@` for that condition. */
export interface Style extends CSSProperties {
  readonly [nested: `${string}&${string}` | `@${string}`]: Style;
  readonly [variable: `--${string}`]: string;
}

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

/** The declarations and nested rules of a style, as they stand between braces. */
function blockOf(style: object): string {
  const entries = Object.entries(style) as (readonly [string, string | number | object | undefined])[];
  const nested = entries.map(([key, value]) =>
    typeof value === 'object' ? `${key}{${blockOf(value)}}` : '',
  );
  const own = entries.map(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? `${nameOf(key)}:${withUnit(key, value)};` : '',
  );
  return [...own, ...nested].join('');
}

/**
 * A sheet of the page that comes after every file and element of styles, and after those made before it. Its rules enter
 * one by one, which the page's policy allows. Where there is no page there is none.
 */
function createSheet(): CSSStyleSheet | undefined {
  if (typeof document === 'undefined') return undefined;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

const [pageSheet, sheet] = [createSheet(), createSheet()];
let count = 0;

const addTo = (target: CSSStyleSheet | undefined, rule: string) =>
  target?.insertRule(rule, target.cssRules.length);

/** Rules for what is no component, by selector: they give way to those of components. */
export function addPageStyles(rules: Readonly<Record<string, object>>): void {
  for (const [selector, style] of Object.entries(rules)) addTo(pageSheet, `${selector}{${blockOf(style)}}`);
}

/** The name of a new animation. */
export function keyframes(frames: Readonly<Record<string, CSSProperties>>): string {
  const name = `frames-${count++}`;
  addTo(sheet, `@keyframes ${name}{${blockOf(frames)}}`);
  return name;
}

/**
 * An element or a component with a look of its own: `styled('div')({ margin: 0 })`. The rule is there from when it is
 * written down, so a style made of another one comes after it and is the stronger.
 */
export const styled =
  <Tag extends ElementType>(tag: Tag) =>
  (style: Style): ((props: ComponentProps<Tag>) => JSX.Element) => {
    const own = `style-${count++}`;
    addTo(sheet, `.${own}{${blockOf(style)}}`);
    // biome-ignore lint/correctness/noComponentHookFactories: called once a module, not while rendering
    return function Styled(props) {
      const { className } = props;
      return createElement(tag, { ...props, className: className ? `${own} ${className}` : own });
    };
  };
