import { describe, expect, it } from 'vitest';
import { isolatedWorkspace } from '#testing';
import { allRules } from './all-rules.ts';
import { check } from './check.ts';
import { explainedRules, explanationOf } from './explanations.ts';

const files = Object.keys(import.meta.glob('./*/*.ts'));
const idOf = (path: string) => /([^/]+?)(?:\.test)?\.ts$/.exec(path)?.[1] ?? '';
const tested = files.filter((path) => path.endsWith('.test.ts')).map(idOf);

describe('the rules', () => {
  it('have each an id of their own', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  });

  it.each(allRules.map(({ id }) => id))('%s is in a file of its name, with its test beside it', (id) => {
    expect(files.map(idOf)).toContain(id);
    expect(tested).toContain(id);
  });

  it('are all listed', () => {
    const listed = new Set(allRules.map(({ id }) => id));
    expect(tested.filter((id) => !listed.has(id))).toEqual([]);
  });

  it('are all explained, and nothing else is', () =>
    expect([...explainedRules].sort()).toEqual(allRules.map(({ id }) => id).sort()));

  it.each(allRules)('$id says why, what to do, and where it is written', ({ id, title, holds, remedy }) => {
    const { why, sources } = explanationOf(id);
    for (const sentence of [why, remedy]) expect(sentence).toMatch(/\.$/);
    for (const phrase of [title, holds]) expect(phrase).toMatch(/^[A-Z].*[^.]$/);
    expect(sources.length).toBeGreaterThan(0);
  });

  it('find no error in a workspace that is isolated in every respect', () => {
    const { findings, summary } = check(isolatedWorkspace().build(), { today: '2026-11-23' });
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ text }) => text)).toEqual([]);
    expect(summary.errors).toBe(0);
  });
});
