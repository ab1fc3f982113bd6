import type { ThemeOptions } from '@mui/material/styles';
import { paint } from '#ui';

/** Fields and the small controls beside them. */
export const fieldStyles: NonNullable<ThemeOptions['components']> = {
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
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: paint('error') },
        '&.MuiInputBase-multiline': { padding: 0 },
      },
      input: {
        height: 16,
        padding: '6px 8px',
        '&::placeholder': { color: paint('t3'), opacity: 1 },
        '&.MuiInputBase-inputMultiline': { height: 'auto' },
      },
    },
  },
  MuiSelect: {
    styleOverrides: {
      select: { minHeight: 16, padding: '6px 26px 6px 8px !important' },
      icon: { color: paint('t2'), right: 5, width: 16, height: 16, top: 'calc(50% - 8px)' },
    },
  },
  MuiSwitch: {
    styleOverrides: {
      root: { width: 34, height: 24, padding: '3px 1px' },
      switchBase: {
        padding: 5,
        '&.Mui-checked': { transform: 'translateX(14px)', color: paint('on-ink') },
        '&.Mui-checked + .MuiSwitch-track': { backgroundColor: paint('ink'), opacity: 1 },
        '&.Mui-focusVisible .MuiSwitch-thumb': { outline: `2px solid ${paint('you')}`, outlineOffset: 3 },
        color: paint('panel'),
      },
      thumb: { width: 14, height: 14, boxShadow: 'none' },
      track: { height: 18, borderRadius: 9, backgroundColor: paint('line3'), opacity: 1 },
    },
  },
  MuiCheckbox: {
    styleOverrides: { root: { padding: 4, color: paint('line3'), '&.Mui-checked': { color: paint('ink') } } },
  },
  MuiLink: { styleOverrides: { root: { color: paint('you'), fontWeight: 550 } } },
};
