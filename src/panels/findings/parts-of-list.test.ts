import { describe, expect, it } from 'vitest';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { countsOf, wantedOf } from './parts-of-list.ts';

const result = check(isolatedWorkspace().remove('pe-stml-file').set('crml', { sku: 'Standard' }).build(), {
  today: '2026-11-23',
});
const filters = ['all', 'error', 'warning', 'note', 'cannot-tell', 'accepted', 'passed'] as const;

describe('the counts beside the filters', () => {
  it.each([undefined, ...new Set(result.findings.map(({ category }) => category))])(
    'are the rows that each would show of %s',
    (category) => {
      const counts = countsOf(result, category);
      for (const filter of filters) {
        const { findings, passed } = wantedOf(result, filter, category);
        expect(counts[filter], filter).toBe(findings.length + passed.length);
      }
    },
  );
});
