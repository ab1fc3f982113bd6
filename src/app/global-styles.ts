import { cssVariablesOf } from '#drawing';
import { addPageStyles, paint, schemeAttribute } from '#ui';

const isDark = `[${schemeAttribute}="dark"]`;

/**
 * What is no component: the page, elevations, and the switches for motion and forced colours. No rule is for the
 * pseudo-elements of everything: with one, all that is drawn takes the browser four
 * times as long to style.
 */
const pageStyles = {
  ':root': {
    ...cssVariablesOf('light'),
    '--iso-shadow-1': '0 1px 2px rgb(20 24 31 / 6%)',
    '--iso-shadow-2': '0 1px 3px rgb(20 24 31 / 8%), 0 4px 12px rgb(20 24 31 / 6%)',
    '--iso-shadow-3': '0 2px 6px rgb(20 24 31 / 8%), 0 16px 40px rgb(20 24 31 / 14%)',
    '--iso-veil': 'rgb(20 24 31 / 28%)',
    '--iso-duotone': '16%',
    '--iso-sans': '"Inter Variable", Inter, system-ui, sans-serif',
    '--iso-mono': '"Geist Mono Variable", "Geist Mono", ui-monospace, monospace',
  },
  [isDark]: {
    ...cssVariablesOf('dark'),
    '--iso-shadow-1': '0 1px 2px rgb(0 0 0 / 40%)',
    '--iso-shadow-2': '0 1px 3px rgb(0 0 0 / 50%), 0 4px 12px rgb(0 0 0 / 50%)',
    '--iso-shadow-3': '0 2px 6px rgb(0 0 0 / 50%), 0 16px 40px rgb(0 0 0 / 50%)',
    '--iso-veil': 'rgb(0 0 0 / 50%)',
    '--iso-duotone': '20%',
  },
  html: {
    height: '100%',
    overflow: 'hidden',
    // Inherited: as a rule for everything it would have the browser look the colour up for each element.
    scrollbarColor: `${paint('line2')} transparent`,
    WebkitTextSizeAdjust: '100%',
    MozOsxFontSmoothing: 'grayscale',
  },
  body: {
    height: '100%',
    margin: 0,
    color: paint('t1'),
    backgroundColor: paint('canvas'),
    fontFamily: 'var(--iso-sans)',
    fontWeight: 400,
    fontSize: 12.5,
    lineHeight: '18px',
    fontFeatureSettings: '"cv05", "cv08", "ss03"',
    overflow: 'hidden',
    WebkitFontSmoothing: 'antialiased',
  },
  'strong, b': { fontWeight: 700 },
  '#root': { height: '100%' },
  '::selection': { background: paint('you-line') },
  '.mono': {
    fontFamily: 'var(--iso-mono)',
    fontFeatureSettings: '"zero"',
    letterSpacing: '-0.02em',
    fontWeight: 500,
  },
  '*': { boxSizing: 'border-box', scrollbarWidth: 'thin' },
  ':focus-visible': { outlineColor: paint('you') },
  // Outlines are shadows, which these modes leave out.
  '@media (forced-colors: active)': {
    'button:not(.canvas-marker, li button), button[data-variant], dialog, [role="dialog"]': {
      outline: '1px solid ButtonBorder',
      outlineOffset: -1,
    },
    '[aria-pressed="true"], [aria-checked="true"], [aria-current="true"]': { outline: '3px solid Highlight' },
  },
  '@media (prefers-reduced-motion: reduce)': {
    // The property is named: without it everything that has no transition of its own would get one, moves included.
    '*': {
      animationDuration: '80ms !important',
      transitionDuration: '80ms !important',
      transitionProperty: 'opacity !important',
    },
  },
} as const;

export const addGlobalStyles = (): void => addPageStyles(pageStyles);
