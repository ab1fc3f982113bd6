import { useEffect, useRef } from 'react';
import {
  completed,
  type GivenAnswers,
  inContext,
  type Question,
  questions,
  withoutEffect,
} from '#blueprints';
import { Button, Icon, paint, SeverityMarker, styled } from '#ui';
import { Step } from './step.ts';
import type { PlannerState } from './use-planner.ts';

const Options = styled('fieldset')({
  display: 'grid',
  gap: 12,
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '@media (max-height: 799px)': { gap: 8 },
});
const Card = styled('label')({
  display: 'grid',
  gridTemplateColumns: '22px minmax(0, 1fr)',
  gap: '0 14px',
  padding: '13px 16px 14px',
  borderRadius: 12,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line2')}`,
  cursor: 'pointer',
  transition: 'box-shadow 120ms',
  '&:hover': { boxShadow: `0 0 0 1px ${paint('line3')}, var(--iso-shadow-2)` },
  '&:has(input:checked)': {
    boxShadow: `0 0 0 2px ${paint('you')}`,
    backgroundColor: `color-mix(in srgb, ${paint('you-tint')} 45%, ${paint('panel')})`,
  },
  '&:has(input:focus-visible)': { outline: `2px solid ${paint('you')}`, outlineOffset: 3 },
  '& input': {
    appearance: 'none',
    width: 18,
    height: 18,
    margin: '1px 0 0',
    borderRadius: '50%',
    boxShadow: `0 0 0 1.5px ${paint('line3')}`,
    outline: 'none',
  },
  '& input:checked': { boxShadow: `0 0 0 6px ${paint('you')} inset` },
  '&.standard input:not(:checked)': { boxShadow: 'none', border: `1.5px dashed ${paint('you')}` },
  '& strong': { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
  '& .standard': { marginLeft: 8, fontSize: 11.5, fontWeight: 500, color: paint('t2') },
  '& .what': { display: 'block', fontSize: 12.5, lineHeight: '18px', color: paint('t2'), textWrap: 'pretty' },
  '& .sides': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12, marginTop: 8 },
  '& .side': { display: 'flex', gap: 8, fontSize: 12.5, lineHeight: '18px', textWrap: 'pretty' },
  '& .side svg': { flex: 'none', marginTop: 2 },
  '& .side.reason': { marginTop: 4 },
  '& .side.gains svg': { color: paint('passed') },
  '& .side.costs svg': { color: paint('t3') },
  '@media (max-height: 799px)': { padding: '9px 14px 10px', '& .sides': { marginTop: 4 } },
});
/** What holds of several answers to a question, as another question decides. */
const Void = styled('p')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  margin: '0 0 12px',
  padding: '9px 14px',
  borderRadius: 10,
  fontSize: 12.5,
  lineHeight: '18px',
  backgroundColor: paint('note-tint'),
  textWrap: 'balance',
});
const Source = styled('p')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  margin: '16px 0 0',
  fontSize: 12,
  color: paint('t2'),
  // Beside the first line, however many there are.
  '& svg': { flex: 'none', marginTop: 2 },
});

/** One question with its answers. Choosing shows at once what it does; Enter goes on. */
export function QuestionStep({ question: asked, planner }: { question: Question; planner: PlannerState }) {
  const { answers, at, go, answer, forget } = planner;
  const question = inContext(asked, completed(answers));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const chosen = answers[question.id];
  const reasons = question.options.map(({ value }) =>
    withoutEffect({ ...completed(answers), [question.id]: value }, question.id),
  );
  /** Said once where it holds of several answers. */
  const common = reasons.find(
    (one, at) => one && reasons.slice(at + 1).some((other) => other?.text === one.text),
  );
  return (
    <Step
      aria-label="Question"
      onSubmit={(event) => {
        event.preventDefault();
        go(at + 1);
      }}
    >
      <span className="count">
        Question {at + 1} of {questions.length}
      </span>
      <h2 ref={heading} tabIndex={-1}>
        {question.title}
      </h2>
      <p className="text">{question.text}</p>
      {common === undefined ? null : (
        <Void>
          <SeverityMarker tone="note" size={16} />
          {common.text}
        </Void>
      )}
      <Options aria-label={question.title}>
        {question.options.map(({ value, title, text, gains, costs }, index) => {
          const isStandard = value === question.standard;
          const reason = reasons[index];
          const isVoid = reason !== undefined && !reason.isTrue;
          return (
            <Card key={value} className={isStandard ? 'standard' : ''}>
              <input
                type="radio"
                name={question.id}
                value={value}
                checked={chosen === value}
                onChange={() => answer({ [question.id]: value } as GivenAnswers)}
              />
              <span>
                <strong>{title}</strong>
                {isStandard ? <span className="standard">Default</span> : null}
                {isVoid ? null : <span className="what">{text}</span>}
                {isVoid ? null : (
                  <span className="sides">
                    <span className="side gains">
                      <Icon icon="check" size={14} />
                      {gains}
                    </span>
                    <span className="side costs">
                      <Icon icon="minus" size={14} />
                      {costs}
                    </span>
                  </span>
                )}
                {reason && reason.text !== common?.text ? (
                  <span className="side reason">
                    <SeverityMarker tone="note" size={16} />
                    {reason.text}
                  </span>
                ) : null}
              </span>
            </Card>
          );
        })}
      </Options>
      <Source>
        <Icon icon="info" size={14} />
        <span>
          Source: {question.source.title},{' '}
          <span style={{ whiteSpace: 'nowrap' }}>
            read <time>{question.source.checkedOn}</time>
          </span>
          {chosen === undefined ? `. Unanswered: ${question.standardWhy}` : ''}
        </span>
      </Source>
      <div className="foot">
        <Button size="large" onClick={() => go(at - 1)} disabled={at === 0}>
          Back
        </Button>
        <span className="fill" />
        {chosen === undefined ? null : (
          <Button
            size="large"
            variant="text"
            onClick={() => {
              forget(question.id);
              go(at + 1);
            }}
          >
            Not sure yet
          </Button>
        )}
        <Button type="submit" size="large" variant="contained">
          {at + 1 < questions.length ? 'Next question' : 'Review'}
          <Icon icon="arrow" size={16} />
        </Button>
      </div>
    </Step>
  );
}
