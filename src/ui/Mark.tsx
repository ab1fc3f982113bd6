import { paint } from './paint.ts';

/** The product's mark. */
export const Mark = ({ size = 20 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" style={{ flex: 'none' }}>
    <path
      d="M15 3.4H8.2a4.8 4.8 0 0 0-4.8 4.8v7.6a4.8 4.8 0 0 0 4.8 4.8h7.6a4.8 4.8 0 0 0 4.8-4.8V9"
      fill="none"
      strokeWidth="2.2"
      strokeLinecap="round"
      style={{ stroke: paint('t1') }}
    />
    <rect x="8.4" y="8.4" width="7.2" height="7.2" rx="2" style={{ fill: paint('t1') }} />
    <circle cx="20.2" cy="3.8" r="2.4" style={{ fill: paint('you') }} />
  </svg>
);
