import { expect, it } from 'vitest';
import { questions } from '#blueprints';
import { questionCount } from './question-count.ts';

it('promises as many questions as the planner asks', () => {
  expect(questions).toHaveLength(questionCount);
});
