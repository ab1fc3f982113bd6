import type { ComponentProps } from 'react';
import { Pressable } from './Pressable.tsx';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

// Outlines are shadows, so that nothing shifts.
const ring = (colour: string) => `0 0 0 1px ${colour}`;

const Root = styled(Pressable)({
  height: 28,
  padding: '0 10px',
  gap: 6,
  borderRadius: 7,
  fontFamily: 'var(--iso-sans)',
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 550,
  whiteSpace: 'nowrap',
  transition: 'background-color 120ms, box-shadow 120ms',
  '&:where([data-size=small])': { height: 24, padding: '0 8px', fontSize: 11.5 },
  '&:where([data-size=large])': { height: 36, padding: '0 14px', fontSize: 13 },
  '&:where([data-variant=contained])': {
    color: paint('on-ink'),
    backgroundColor: paint('ink'),
    '&:hover': { backgroundColor: `color-mix(in srgb, ${paint('ink')} 88%, ${paint('panel')})` },
    '&:disabled': { backgroundColor: `color-mix(in srgb, ${paint('t1')} 12%, transparent)` },
  },
  '&:where([data-variant=outlined])': {
    color: paint('t1'),
    backgroundColor: paint('panel'),
    boxShadow: ring(paint('line2')),
    '&:hover': { backgroundColor: paint('hover'), boxShadow: ring(paint('line3')) },
  },
  '&:where([data-variant=text])': {
    color: paint('t2'),
    '&:hover': { backgroundColor: paint('hover') },
  },
  '&:disabled': { opacity: 0.45, color: paint('t2') },
});

/** A button that says in words what it does, with an icon where that helps. */
export const Button = ({
  variant = 'outlined',
  size = 'medium',
  ...props
}: ComponentProps<'button'> & {
  /** `contained` for the one that a view is for. */
  variant?: 'contained' | 'outlined' | 'text';
  size?: 'small' | 'medium' | 'large';
}) => <Root data-variant={variant} data-size={size} {...props} />;
