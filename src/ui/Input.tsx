import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

/** The box of a field. */
export const FieldBox = styled('div')({
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  fontFamily: 'var(--iso-sans)',
  fontSize: 12.5,
  fontWeight: 400,
  lineHeight: '1.4375em',
  color: paint('t1'),
  cursor: 'text',
  '& > input, & > textarea': {
    boxSizing: 'content-box',
    display: 'block',
    width: '100%',
    minWidth: 0,
    height: '1.4375em',
    margin: 0,
    padding: '4px 0 5px',
    border: 0,
    font: 'inherit',
    letterSpacing: 'inherit',
    color: 'currentColor',
    background: 'none',
    outline: 0,
    '&::placeholder': { color: paint('t3'), opacity: 1 },
  },
  '& > textarea': { boxSizing: 'border-box', resize: 'none', overflow: 'hidden' },
});

/** A press beside the field is a press on it. */
export const enter = ({ target, currentTarget }: MouseEvent) => {
  if (target === currentTarget) currentTarget.querySelector<HTMLElement>('input, textarea')?.focus();
};

/** A line to write in, with what stands before and after it in the same box, whose look is the caller's. */
export const Input = ({
  className,
  start,
  end,
  ...props
}: ComponentProps<'input'> & { start?: ReactNode; end?: ReactNode }) => (
  <FieldBox data-field className={className} onClick={enter}>
    {start}
    <input type="text" {...props} />
    {end}
  </FieldBox>
);
