import { type Question, questions } from '#blueprints';
import { goalsOf } from '#model';
import { Icon, Pressable, paint, pointedAt, styled } from '#ui';
import { fadingEdges } from '../fade.ts';
import { softwareTitles } from '../software-titles.ts';
import type { PlannerState } from './use-planner.ts';

const isNarrow = '@media (max-width: 899px)';
/** All numbers in one line all the same. */
const isNarrowest = '@media (max-width: 559px)';

const Column = styled('nav')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'minmax(0, 1fr) auto',
  borderRight: `1px solid ${paint('line')}`,
  '& ol': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: 2,
    listStyle: 'none',
    margin: 0,
    padding: '16px 14px 20px',
    overflowY: 'auto',
    // A whole question stands first, and nothing of the one before.
    scrollSnapType: 'y mandatory',
    scrollPaddingTop: 8,
    maskImage: fadingEdges,
  },
  '& li': { scrollSnapAlign: 'start', '&:first-of-type': { scrollMarginTop: 8 } },
  // Room for a whole question to stand first also at its end.
  '@media (max-height: 799px)': { '& ol': { paddingBottom: 88 } },
  // One line of numbers above the question, which needs the room.
  [isNarrow]: {
    borderRight: 0,
    borderBottom: `1px solid ${paint('line')}`,
    '& ol': {
      gridTemplateColumns: 'none',
      gridAutoFlow: 'column',
      justifyContent: 'start',
      padding: '8px 14px',
      maskImage: 'none',
    },
    '& .words': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  [isNarrowest]: { '& ol': { padding: '8px 10px', justifyContent: 'space-between' } },
});
const Item = styled(Pressable)({
  width: '100%',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  gap: 12,
  padding: '5px 10px',
  borderRadius: 9,
  // With a part of its neighbours, so that the list is seen to go on.
  scrollMargin: 56,
  [isNarrow]: { width: 'auto', padding: 4 },
  [isNarrowest]: { padding: '4px 2px' },
  textAlign: 'left',
  fontFamily: 'inherit',
  color: paint('t1'),
  [pointedAt]: { backgroundColor: paint('hover') },
  '& .mark': {
    flex: 'none',
    width: 22,
    height: 22,
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    fontSize: 11,
    fontWeight: 650,
    color: paint('t2'),
    boxShadow: `0 0 0 1.5px ${paint('line3')}`,
  },
  '& strong': { display: 'block', fontSize: 12.5, lineHeight: '18px', fontWeight: 600, textWrap: 'balance' },
  '& .words': { minWidth: 0 },
  '& .answer': {
    display: 'block',
    fontSize: 11.5,
    lineHeight: '16px',
    color: paint('t2'),
    textWrap: 'pretty',
  },
  '&.answered .mark': { color: paint('on-ink'), backgroundColor: paint('ink'), boxShadow: 'none' },
  '&[aria-current]': { backgroundColor: paint('you-tint') },
  '&[aria-current] .mark': { color: paint('on-solid'), backgroundColor: paint('you'), boxShadow: 'none' },
});
const Goals = styled('div')({
  padding: '10px 24px 16px',
  borderTop: `1px solid ${paint('line')}`,
  [isNarrow]: { display: 'none' },
  '& h2': { margin: '0 0 6px', fontSize: 11.5, lineHeight: '16px', fontWeight: 400, color: paint('t2') },
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 },
  '& li': { display: 'flex', alignItems: 'center', gap: 8, fontSize: 12.5 },
  '& svg': { color: paint('t2') },
});

/** The list follows the answers: on a low screen it does not hold all of them. */
const intoView = (item: HTMLElement | null) => item?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

const goalsInWords = ({ plan }: PlannerState): readonly string[] => {
  const { workspace, exfiltrationPrevention, internetOutbound, software } = goalsOf(plan.design);
  return [
    workspace === 'private' ? 'Private workspace' : 'Public workspace',
    exfiltrationPrevention === 'on' ? 'Exfiltration prevention' : 'Exfiltration prevention off',
    internetOutbound === 'allowed' ? 'Internet allowed' : 'Approved outbound only',
    ...(software.length > 0
      ? [`Software: ${software.map((one) => softwareTitles[one] ?? one).join(', ')}`]
      : []),
  ];
};

/** Every question with its answer, and the goals that follow. */
export function QuestionList({ planner }: { planner: PlannerState }) {
  const { answers, at, plan, go } = planner;
  /** As it was given, also where no plan follows from it. */
  const answerOf = ({ id, options }: Question) =>
    options.find(({ value }) => value === answers[id])?.title ??
    plan.explanations.find(({ question }) => question === id)?.answer ??
    '';
  return (
    <Column aria-label="Questions">
      <ol>
        {questions.map((question, index) => {
          const { id, title } = question;
          const isAnswered = answers[id] !== undefined;
          return (
            <li key={id}>
              <Item
                ref={at === index ? intoView : null}
                className={isAnswered ? 'answered' : ''}
                {...(at === index ? { 'aria-current': 'step' as const } : {})}
                onClick={() => go(index)}
              >
                <span className="mark">
                  {isAnswered && at !== index ? <Icon icon="check" size={14} /> : index + 1}
                </span>
                <span className="words">
                  <strong>{title}</strong>
                  <span className="answer">
                    {isAnswered ? answerOf(question) : `Default: ${answerOf(question)}`}
                  </span>
                </span>
              </Item>
            </li>
          );
        })}
        <li>
          <Item
            ref={at >= questions.length ? intoView : null}
            {...(at >= questions.length ? { 'aria-current': 'step' as const } : {})}
            onClick={() => go(questions.length)}
          >
            <span className="mark">
              <Icon icon="outline" size={14} />
            </span>
            <strong className="words">Review</strong>
          </Item>
        </li>
      </ol>
      <Goals>
        <h2>Goals set by your answers</h2>
        <ul>
          {goalsInWords(planner).map((goal) => (
            <li key={goal}>
              <Icon icon="goal" size={16} />
              {goal}
            </li>
          ))}
        </ul>
      </Goals>
    </Column>
  );
}
