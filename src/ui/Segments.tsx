import type { KeyboardEvent } from 'react';
import { Pressable } from './Pressable.tsx';
import { paint } from './paint.ts';
import { stepTo } from './step-to.ts';
import { styled } from './styled.ts';

const Group = styled('div')({
  display: 'inline-flex',
  padding: 2,
  borderRadius: 8,
  backgroundColor: paint('hover'),
  '&[data-is-wide=true]': { width: '100%', '& > button': { width: '100%' } },
});
const Segment = styled(Pressable)({
  height: 24,
  padding: '0 10px',
  borderRadius: 6,
  fontFamily: 'var(--iso-sans)',
  fontSize: 12,
  lineHeight: 1.75,
  fontWeight: 500,
  color: paint('t2'),
  '&:hover': { backgroundColor: `color-mix(in srgb, ${paint('t1')} 4%, transparent)` },
  '&:disabled': { color: `color-mix(in srgb, ${paint('t1')} 28%, transparent)` },
  '&[aria-pressed=true]': {
    color: paint('t1'),
    fontWeight: 600,
    backgroundColor: paint('panel'),
    boxShadow: 'var(--iso-shadow-1)',
  },
  // Above its neighbours, so that none covers the ring.
  '&:focus-visible': { zIndex: 1 },
});

/** One choice of a few, side by side. */
export const Segments = <T extends string>({
  label,
  value,
  options,
  onChange,
  isWide = false,
  disabled = [],
}: {
  label: string;
  /** Nothing where none is chosen yet. */
  value: T | undefined;
  options: readonly { readonly value: T; readonly title: string }[];
  onChange: (value: T) => void;
  isWide?: boolean;
  disabled?: readonly T[];
}) => {
  // The group is entered at what is chosen, as a group of radio buttons is.
  const entry = options.some((option) => option.value === value) ? value : options[0]?.value;
  const onKeyDown = (event: KeyboardEvent) => {
    const segments = event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)');
    if (stepTo(segments, event.key, ['ArrowLeft', 'ArrowRight'])) event.preventDefault();
  };
  return (
    <Group role="group" aria-label={label} data-is-wide={isWide} onKeyDown={onKeyDown}>
      {options.map((option) => (
        <Segment
          key={option.value}
          aria-pressed={option.value === value}
          tabIndex={option.value === entry ? 0 : -1}
          disabled={disabled.includes(option.value)}
          onClick={() => {
            if (option.value !== value) onChange(option.value);
          }}
        >
          {option.title}
        </Segment>
      ))}
    </Group>
  );
};
