import { paint } from './paint.ts';
import { styled } from './styled.ts';

/** A line to write in, in a frame. */
export const TextField = styled('input')({
  // Dates are as high as words.
  boxSizing: 'content-box',
  width: 'calc(100% - 16px)',
  minWidth: 0,
  height: 16,
  margin: 0,
  padding: '6px 8px',
  border: 0,
  borderRadius: 7,
  outline: 0,
  scrollMargin: 8,
  font: 'inherit',
  fontSize: 12,
  fontWeight: 400,
  lineHeight: '16px',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `inset 0 0 0 1px ${paint('line3')}`,
  '&:hover': { boxShadow: `inset 0 0 0 1px ${paint('t3')}` },
  '&[aria-invalid=true]': { boxShadow: `inset 0 0 0 1px ${paint('error')}` },
  // What is wrong is told below it; where one is keeps its colour.
  '&:focus': { boxShadow: `inset 0 0 0 2px ${paint('you')}` },
  '&[aria-invalid=true]:focus': {
    boxShadow: `inset 0 0 0 2px ${paint('you')}, inset 0 -3px ${paint('error')}`,
  },
  '&.mono': { fontFamily: 'var(--iso-mono)', fontFeatureSettings: '"zero"', fontWeight: 500 },
  '&::placeholder': { color: paint('t3'), opacity: 1 },
});
