import { memo } from 'react';
import { iconParts } from '#drawing';

/** Strokes on the grid of 24 keep one weight as icons get smaller. */
const strokeOf = (size: number) => (size <= 14 ? 2 : size <= 18 ? 1.8 : 1.6);

/** One of the drawing's icons in the colour of the text around it. Decorative: what it means stands beside it. */
export const Icon = memo(function Icon({ icon, size = 16 }: { icon: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      style={{ display: 'block', flex: 'none' }}
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeOf(size)}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {iconParts(icon).map((part) => (
        <path
          key={part.d}
          d={part.d}
          fill={
            part.isSolid
              ? 'currentColor'
              : part.duotone
                ? 'color-mix(in srgb, currentColor var(--iso-duotone), transparent)'
                : undefined
          }
          strokeWidth={part.strokeWidth}
          strokeDasharray={part.dash}
        />
      ))}
    </svg>
  );
});
