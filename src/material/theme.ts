import { createTheme } from '@mui/material/styles';
import { palette, type Scheme } from '#drawing';
import { schemeAttribute } from '#ui';
import { components } from './component-styles.ts';

const schemeOf = (scheme: Scheme) => {
  const paint = palette[scheme];
  return {
    palette: {
      mode: scheme,
      primary: { main: paint.ink, contrastText: paint['on-ink'] },
      secondary: { main: paint.you, contrastText: paint['on-solid'] },
      error: { main: paint.error, contrastText: paint['on-solid'] },
      warning: { main: paint['warning-fill'], dark: paint.warning, contrastText: paint['on-warning'] },
      info: { main: paint.note, contrastText: paint['on-solid'] },
      success: { main: paint.passed, contrastText: paint['on-solid'] },
      background: { default: paint.canvas, paper: paint.panel },
      divider: paint.line,
      text: { primary: paint.t1, secondary: paint.t2, disabled: paint.line3 },
    },
  };
};

/** The visual language as a theme; every colour is a CSS variable of the scheme in force. */
export const theme = createTheme({
  cssVariables: { cssVarPrefix: 'iso', colorSchemeSelector: schemeAttribute },
  colorSchemes: { light: schemeOf('light'), dark: schemeOf('dark') },
  spacing: 4,
  shape: { borderRadius: 7 },
  typography: {
    fontFamily: 'var(--iso-sans)',
    fontSize: 12.5,
    button: { textTransform: 'none', fontWeight: 550 },
    body1: { fontSize: 12.5, lineHeight: '18px' },
    body2: { fontSize: 12, lineHeight: '17px' },
  },
  transitions: { easing: { easeInOut: 'cubic-bezier(.2, 0, 0, 1)' } },
  components,
});
