import type { ReactNode } from 'react';
import { paint, styled } from '#ui';

const Part = styled('section')({ padding: '12px 0', borderTop: `1px solid ${paint('line')}` });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  minHeight: 20,
  padding: '0 14px 6px',
  '& h2': { margin: 0, fontSize: 11.5, lineHeight: '20px', fontWeight: 600 },
  '& > span': { fontSize: 12, color: paint('t2') },
});

/** A part of the inspector under a heading. */
export const Section = ({
  title,
  aside,
  isTitled = true,
  children,
}: {
  title: string;
  aside?: ReactNode;
  /** Whether the heading is seen; what begins with a heading of its own needs none. */
  isTitled?: boolean;
  children: ReactNode;
}) => (
  <Part aria-label={title}>
    {isTitled ? (
      <Head>
        <h2>{title}</h2>
        {aside === undefined ? null : <span>{aside}</span>}
      </Head>
    ) : null}
    {children}
  </Part>
);
