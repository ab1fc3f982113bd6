import { useState } from 'react';
import { countOf } from '#commands';
import type { StatedGoals } from '#model';
import { Icon, Pressable, paint, styled, useAppState } from '#ui';
import { GoalsPopover } from '../parts.tsx';

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

/** The goals in a few words; what is not stated counts as strictest. */
const summaryOf = (goals: StatedGoals, isBlank: boolean): readonly string[] => {
  const stated = [
    goals.workspace === 'private' && 'Private workspace',
    goals.workspace === 'public' && 'Public workspace',
    goals.exfiltrationPrevention === 'on' && 'Exfiltration prevention',
    goals.exfiltrationPrevention === 'off' && 'Exfiltration prevention off',
    goals.internetOutbound === 'allowed' && 'Internet allowed',
  ].filter((part) => typeof part === 'string');
  if (stated.length > 0) return stated;
  return [isBlank ? 'No goals stated yet' : 'Judged by the strictest goals'];
};

/** Opens the goals that the design is judged by. */
export function GoalsChip() {
  const goals = useAppState((state) => state.design.goals);
  const isPartial = useAppState(({ design }) => !design.source.complete);
  const isBlank = useAppState(({ design }) => countOf(design) === 0);
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Chip
        onClick={(event) => setAnchor(event.currentTarget)}
        title="Goals that the design is judged by"
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
      >
        <Icon icon="goal" size={16} />
        <span className="sign-alone">
          {[...summaryOf(goals, isBlank), ...(isPartial ? ['File may lack parts'] : [])].join(' · ')}
        </span>
      </Chip>
      <GoalsPopover anchor={anchor} onClose={() => setAnchor(undefined)} />
    </>
  );
}
