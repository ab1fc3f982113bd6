import { type ComponentProps, type CSSProperties, createElement, type ElementType, type JSX } from 'react';
import { rulesOf } from './style-rules.ts';

/** Declarations; those under a selector with `&` in it are for that selector, those under an `@` for that condition. */
export interface Style extends CSSProperties {
  readonly [nested: `${string}&${string}` | `@${string}`]: Style;
  readonly [variable: `--${string}`]: string;
}

/**
 * A sheet of the page that comes after every file and element of styles. Its rules enter one by one, which the page's
 * policy allows. Where there is no page there is none.
 */
function createSheet(): CSSStyleSheet | undefined {
  if (typeof document === 'undefined') return undefined;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

const sheet = createSheet();

/** How many names have been given, and for each rule in the sheet the number of the style that it is of. */
const [named, owners] = [{ count: 0 }, [] as number[]];

/** Rules of a style come after those of every style written down before it, whichever is on screen first. */
function enter(owner: number, selector: string, style: Style): void {
  const at = owners.findLastIndex((other) => other < owner) + 1;
  const rules = rulesOf(selector, style);
  for (const [index, rule] of rules.entries()) sheet?.insertRule(rule, at + index);
  owners.splice(at, 0, ...rules.map(() => owner));
}

/**
 * An element or a component with a look of its own: `styled('div')({ margin: 0 })`. The look is the same for all of its
 * kind, so its rules enter once, when the first is rendered, and what is rendered has but a class more. A style made of
 * another one is the stronger of the two.
 */
export const styled =
  <Tag extends ElementType>(tag: Tag) =>
  (style: Style): ((props: ComponentProps<Tag>) => JSX.Element) => {
    // The build hands the class of rules that are in a file already.
    const inFile = typeof style === 'string' ? style : undefined;
    const owner = named.count++;
    const own = inFile ?? `style-${owner}`;
    const state = { isEntered: inFile !== undefined };
    // biome-ignore lint/correctness/noComponentHookFactories: called once a module, not while rendering
    return function Styled(props) {
      if (!state.isEntered) {
        state.isEntered = true;
        enter(owner, `.${own}`, style);
      }
      const { className } = props;
      return createElement(tag, { ...props, className: className ? `${own} ${className}` : own });
    };
  };
