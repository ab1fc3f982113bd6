import { useState } from 'react';
import { countOf } from '#commands';
import { Icon, Pressable, paint, styled, useAppState } from '#ui';
import { GoalsPopover } from '../parts.tsx';
import { summaryOf } from './summary-of.ts';

const Chip = styled(Pressable)({
  height: 28,
  padding: '0 8px',
  gap: 6,
  minWidth: 28,
  flex: '0 1 auto',
  justifyContent: 'flex-start',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 12,
  fontWeight: 500,
  // Cut, so that it is seen that there is more: a goal that is off must not go unsaid.
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '&:hover': { backgroundColor: paint('hover') },
  '&[aria-expanded=true]': { backgroundColor: paint('press') },
});

/** Opens the goals that the design is judged by. */
export function GoalsChip() {
  const goals = useAppState((state) => state.design.goals);
  const isPartial = useAppState(({ design }) => !design.source.complete);
  const isBlank = useAppState(({ design }) => countOf(design) === 0);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const words = [...summaryOf(goals, isBlank), ...(isPartial ? ['File may lack parts'] : [])].join(' · ');
  return (
    <>
      <Chip
        onClick={(event) => setAnchor(event.currentTarget)}
        title="Goals that the design is judged by"
        aria-label={`Goals: ${words}`}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
      >
        <Icon icon="goal" size={16} />
        <span className="sign-alone">{words}</span>
      </Chip>
      <GoalsPopover anchor={anchor} onClose={() => setAnchor(undefined)} />
    </>
  );
}
