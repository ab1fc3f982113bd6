import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store';
import { isolatedWorkspace } from '#testing';
import { guideStepOf } from './guide-step.ts';

const { result } = createAppStore(isolatedWorkspace().build()).getState();
const broken = { ...result, summary: { ...result.summary, errors: 1 } };
const start = { result: broken, checkedInMs: 1, finding: undefined, severityFilter: 'all' } as const;

describe('the guide', () => {
  it('asks to read, to fix, to see the proof, and is done', () => {
    expect(guideStepOf(start)).toBe('read');
    expect(guideStepOf({ ...start, finding: 'one' })).toBe('fix');
    expect(guideStepOf({ ...start, result })).toBe('prove');
    expect(guideStepOf({ ...start, result, severityFilter: 'passed' })).toBe('done');
  });

  it('takes nothing for mended before it is checked', () =>
    expect(guideStepOf({ ...start, result, checkedInMs: undefined })).toBe('read'));
});
