import { memo } from 'react';
import type { Severity } from '#rules';
import { paint } from './paint.ts';

export type MarkerTone = Severity | 'passed' | 'cannot-tell' | 'accepted';

const words: Readonly<Record<MarkerTone, string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
  passed: 'Passed',
  'cannot-tell': 'Not decided',
  accepted: 'Accepted',
};

/** What someone answers for: a ring in the colour of its severity. */
const ring = (stroke: string) => (
  <circle cx="10" cy="10" r="8.7" strokeWidth="1.6" style={{ fill: paint('panel'), stroke }} />
);

const shapes: Readonly<Record<MarkerTone, React.ReactNode>> = {
  error: <circle cx="10" cy="10" r="9" style={{ fill: paint('error') }} />,
  warning: (
    <path
      d="M10 1.6 19 17.6H1z"
      strokeWidth="2"
      strokeLinejoin="round"
      style={{ fill: paint('warning-fill'), stroke: paint('warning-fill') }}
    />
  ),
  note: <rect x="1.5" y="1.5" width="17" height="17" rx="4.5" style={{ fill: paint('note') }} />,
  passed: <circle cx="10" cy="10" r="9" style={{ fill: paint('passed') }} />,
  'cannot-tell': (
    <circle
      cx="10"
      cy="10"
      r="8.4"
      strokeWidth="1.5"
      strokeDasharray="0.1 3.3"
      strokeLinecap="round"
      style={{ fill: paint('panel'), stroke: paint('line3') }}
    />
  ),
  accepted: ring(paint('t2')),
};

const signs: Readonly<Record<MarkerTone, string>> = {
  error: '!',
  warning: '!',
  note: 'i',
  passed: '',
  'cannot-tell': '?',
  accepted: '',
};

/** What is not decided has no colour of its own. */
const solidOf = (tone: MarkerTone) => paint(tone === 'cannot-tell' || tone === 'accepted' ? 't2' : tone);

const inkOf = (tone: MarkerTone) =>
  tone === 'warning' ? paint('on-warning') : tone === 'cannot-tell' ? paint('t2') : paint('on-solid');

/** Shape and colour of a severity with the finding's number, or its sign where there is none. */
export const SeverityMarker = memo(function SeverityMarker({
  tone,
  number,
  size = 20,
  isAccepted = false,
}: {
  tone: MarkerTone;
  number?: number | undefined;
  size?: number;
  isAccepted?: boolean;
}) {
  return (
    <svg
      style={{ display: 'block', flex: 'none' }}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role="img"
      aria-label={`${words[tone]}${number === undefined ? '' : ` ${number}`}${isAccepted ? ', accepted' : ''}`}
    >
      {isAccepted ? ring(solidOf(tone)) : shapes[tone]}
      {tone === 'passed' || tone === 'accepted' ? (
        <path
          d="M6 10.4 8.8 13 14 7.4"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          style={{ stroke: tone === 'accepted' ? paint('t2') : paint('on-solid') }}
        />
      ) : (
        <text
          x="10"
          fontWeight={650}
          fontSize={10.5}
          textAnchor="middle"
          y={tone === 'warning' && !isAccepted ? 15.4 : 13.8}
          style={{
            fill: isAccepted ? solidOf(tone) : inkOf(tone),
            ...((number ?? 0) > 9 && tone !== 'error' && tone !== 'note' ? { fontSize: 8.5 } : {}),
          }}
        >
          {tone === 'cannot-tell' && number !== undefined ? `${number}?` : (number ?? signs[tone])}
        </text>
      )}
    </svg>
  );
});
