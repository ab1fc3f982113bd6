import type { ThemeOptions } from '@mui/material/styles';
import { paint } from '#ui';
import { fieldStyles } from './field-styles.ts';

const ring = (colour: string) => `0 0 0 1px ${colour}`;
const shadow1 = 'var(--iso-shadow-1)';
const shadow3 = 'var(--iso-shadow-3)';

/** Overrides of section 15 of the visual language. Outlines are shadows, so that nothing shifts. */
export const components: NonNullable<ThemeOptions['components']> = {
  ...fieldStyles,
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: { '&:focus-visible': { outline: `2px solid ${paint('you')}`, outlineOffset: 2 } },
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', size: 'medium' },
    styleOverrides: {
      root: {
        minWidth: 0,
        height: 28,
        padding: '0 10px',
        borderRadius: 7,
        fontSize: 12,
        lineHeight: '16px',
        whiteSpace: 'nowrap',
        transition: 'background-color 120ms, box-shadow 120ms',
        variants: [
          { props: { size: 'small' }, style: { height: 24, padding: '0 8px', fontSize: 11.5 } },
          { props: { size: 'large' }, style: { height: 36, padding: '0 14px', fontSize: 13 } },
          {
            props: { variant: 'contained' },
            style: {
              backgroundColor: paint('ink'),
              color: paint('on-ink'),
              '&:hover': { backgroundColor: `color-mix(in srgb, ${paint('ink')} 88%, ${paint('panel')})` },
            },
          },
          {
            props: { variant: 'outlined' },
            style: {
              border: 0,
              color: paint('t1'),
              backgroundColor: paint('panel'),
              boxShadow: ring(paint('line2')),
              '&:hover': { backgroundColor: paint('hover'), boxShadow: ring(paint('line3')) },
            },
          },
          {
            props: { variant: 'text' },
            style: { color: paint('t2'), '&:hover': { backgroundColor: paint('hover') } },
          },
        ],
        '&.Mui-disabled': { opacity: 0.45, color: paint('t2') },
      },
      startIcon: { marginLeft: 0, marginRight: 6 },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: 28,
        height: 28,
        padding: 0,
        borderRadius: 7,
        color: paint('t2'),
        '&:hover': { backgroundColor: paint('hover'), color: paint('t1') },
        '&.Mui-disabled': { color: paint('line3'), opacity: 0.7 },
        variants: [{ props: { size: 'small' }, style: { width: 24, height: 24 } }],
      },
    },
  },
  MuiToggleButtonGroup: {
    styleOverrides: {
      root: { backgroundColor: paint('hover'), padding: 2, borderRadius: 8, gap: 0 },
      grouped: { border: 0, borderRadius: 6, margin: 0 },
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        height: 24,
        padding: '0 10px',
        border: 0,
        borderRadius: 6,
        color: paint('t2'),
        fontSize: 12,
        fontWeight: 500,
        textTransform: 'none',
        // MUI's own rule is for a frame that ours has not.
        '&.Mui-disabled': { border: 0 },
        '&.Mui-selected, &.Mui-selected:hover': {
          backgroundColor: paint('panel'),
          color: paint('t1'),
          fontWeight: 600,
          boxShadow: shadow1,
        },
      },
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiDialog: {
    styleOverrides: {
      paper: { borderRadius: 14, boxShadow: `${ring(paint('line'))}, ${shadow3}`, margin: 24 },
    },
  },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'var(--iso-veil)' } } },
  },
  MuiPopover: {
    // It hangs below the page's own landmarks, where nothing says what it belongs to.
    defaultProps: { slotProps: { paper: { role: 'region', 'aria-label': 'Choices' } } },
    styleOverrides: { paper: { borderRadius: 14, boxShadow: `${ring(paint('line'))}, ${shadow3}` } },
  },
  MuiMenu: { styleOverrides: { list: { padding: 6 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 28,
        padding: '4px 8px',
        borderRadius: 7,
        fontSize: 12.5,
        '&:hover, &.Mui-focusVisible': { backgroundColor: paint('hover') },
        // Inside, where the edge of the menu does not cut it.
        '&:focus-visible': { outlineOffset: -2 },
        '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
          backgroundColor: paint('you-tint'),
        },
      },
    },
  },
};
