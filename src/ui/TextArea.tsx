import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from 'react';
import { enter, FieldBox } from './Input.tsx';

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
    <FieldBox data-field className={className} onClick={enter}>
      <textarea ref={field} rows={1} {...props} />
      {end}
    </FieldBox>
  );
}
