import type { ComponentProps } from 'react';
import { Pressable } from './Pressable.tsx';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

const Chip = styled(Pressable)({
  height: 24,
  padding: '0 8px',
  gap: 6,
  borderRadius: 6,
  flex: 'none',
  fontSize: 11.5,
  lineHeight: '16px',
  fontWeight: 500,
  fontFamily: 'inherit',
  whiteSpace: 'nowrap',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line2')}`,
  transition: 'background-color 120ms',
  '& .count': { color: paint('t2'), fontVariantNumeric: 'tabular-nums' },
  '&:hover': { backgroundColor: paint('hover') },
  '&[aria-pressed=true]': {
    color: paint('on-ink'),
    backgroundColor: paint('ink'),
    boxShadow: 'none',
    '& .count': { color: 'inherit', opacity: 0.8 },
  },
});

/** A filter that is on or off, with how much it would show. */
export const FilterChip = ({
  isOn,
  count,
  children,
  ...props
}: ComponentProps<'button'> & { isOn: boolean; count?: number }) => (
  <Chip aria-pressed={isOn} {...props}>
    {children}
    {count === undefined ? null : <span className="count">{count}</span>}
  </Chip>
);
