import { memo } from 'react';
import type { Passed } from '#rules';
import { paint, SeverityMarker, styled } from '#ui';
import { ObjectButton } from './ObjectButton.tsx';

const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) minmax(0, 1fr) 150px',
  alignItems: 'center',
  gap: 12,
  minHeight: 34,
  // Its resource is in the column of those of findings.
  padding: '0 186px 0 14px',
  '& + &': { borderTop: `1px solid ${paint('line')}` },
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 35px',
  lineHeight: '18px',
  '& > span': { padding: '8px 0', overflowWrap: 'anywhere' },
  '& .again': { color: paint('t2') },
  '& .evidence': { color: paint('t2'), fontSize: 12 },
  '&:hover': { backgroundColor: paint('sunken') },
});

/** A check that held, with what shows it. */
const PassedRow = memo(function PassedRow({
  passed,
  isAgain,
}: {
  passed: Passed;
  /** The row above says the same of another resource. */
  isAgain: boolean;
}) {
  return (
    <Item>
      <SeverityMarker tone="passed" size={16} />
      <span className={isAgain ? 'again' : ''}>{passed.title}</span>
      <span className="evidence">{passed.evidence}</span>
      <ObjectButton id={passed.at[0]} />
    </Item>
  );
});

/** Checks that held. */
export const PassedRows = ({ passed }: { passed: readonly Passed[] }) =>
  passed.map((one, at) => (
    <PassedRow
      key={`${one.rule} ${one.at.join(' ')} ${one.evidence}`}
      passed={one}
      isAgain={one.title === passed[at - 1]?.title}
    />
  ));
