import type { ThemeOptions } from '@mui/material/styles';
import { paint } from '#ui';
import { Chevron } from './Chevron.tsx';

const shadow = `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)`;

/** Overrides of section 15 of the visual language. */
export const components: NonNullable<ThemeOptions['components']> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: { '&:focus-visible': { outline: `2px solid ${paint('you')}`, outlineOffset: 2 } },
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiPopover: {
    // It hangs below the page's own landmarks, where nothing says what it belongs to.
    defaultProps: { slotProps: { paper: { role: 'region', 'aria-label': 'Choices' } } },
    styleOverrides: { paper: { borderRadius: 14, boxShadow: shadow } },
  },
  MuiMenu: { styleOverrides: { list: { padding: 6 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 28,
        padding: '4px 8px',
        gap: 8,
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
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 28,
        borderRadius: 7,
        fontSize: 12,
        lineHeight: '16px',
        backgroundColor: paint('panel'),
        '& .MuiOutlinedInput-notchedOutline': { borderColor: paint('line3'), borderWidth: 1 },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: paint('t3') },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: paint('you'), borderWidth: 2 },
      },
      input: { height: 16 },
    },
  },
  MuiSelect: {
    defaultProps: {
      IconComponent: Chevron,
      // Below its field, with which it ends; long words have two lines sooner than they cover what stands beside it.
      MenuProps: {
        anchorOrigin: { vertical: 'bottom', horizontal: 'right' },
        transformOrigin: { vertical: 'top', horizontal: 'right' },
        marginThreshold: 8,
        sx: { '& .MuiMenuItem-root': { maxWidth: 260, whiteSpace: 'normal' } },
      },
    },
    styleOverrides: {
      select: { minHeight: 16, padding: '6px 26px 6px 8px !important' },
      icon: { color: paint('t2'), right: 5, width: 16, height: 16, top: 'calc(50% - 8px)' },
    },
  },
  MuiSwitch: {
    styleOverrides: {
      root: { width: 34, height: 24, padding: '3px 1px' },
      switchBase: {
        padding: '5px 3px',
        '&.Mui-checked': { transform: 'translateX(14px)', color: paint('on-ink') },
        '&.Mui-checked + .MuiSwitch-track': { backgroundColor: paint('ink'), opacity: 1 },
        '&.Mui-focusVisible + .MuiSwitch-track': { outline: `2px solid ${paint('you')}`, outlineOffset: 1 },
        color: paint('panel'),
      },
      thumb: { width: 14, height: 14, boxShadow: 'none' },
      track: { height: 18, borderRadius: 9, backgroundColor: paint('line3'), opacity: 1 },
    },
  },
};
