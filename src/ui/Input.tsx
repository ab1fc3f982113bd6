import { type ComponentProps, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

const Root = styled('div')({
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
const enter = ({ target, currentTarget }: MouseEvent) => {
  if (target === currentTarget) currentTarget.querySelector<HTMLElement>('input, textarea')?.focus();
};

/** A line to write in, with what stands before and after it in the same box, whose look is the caller's. */
export const Input = ({
  className,
  start,
  end,
  ...props
}: ComponentProps<'input'> & { start?: ReactNode; end?: ReactNode }) => (
  <Root className={className} onClick={enter}>
    {start}
    <input type="text" {...props} />
    {end}
  </Root>
);

/** Lines to write in: as many as there are, and at least `rows`. */
export function TextArea({
  className,
  end,
  ...props
}: ComponentProps<'textarea'> & { value: string; end?: ReactNode }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { value } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is that of the text
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [value]);
  return (
    <Root className={className} onClick={enter}>
      <textarea ref={field} rows={1} {...props} />
      {end}
    </Root>
  );
}
