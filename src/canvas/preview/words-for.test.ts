import { expect, it } from 'vitest';
import { wordsFor } from './words-for.ts';

it('tells a change with what was, then in fewer words, its value in all of them', () => {
  expect(wordsFor({ label: 'SSH public access', sign: '→', words: 'Disabled', was: 'Enabled' })).toEqual({
    named: ['SSH public access: Enabled → Disabled', 'SSH public access: Disabled'],
    short: ['SSH public…: Disabled', 'SSH…: Disabled', '→ Disabled'],
  });
});

it('says nothing of what was nothing', () => {
  expect(wordsFor({ label: 'NAT gateway', sign: '→', words: 'ng-ml', was: 'Not set' }).named).toEqual([
    'NAT gateway: ng-ml',
  ]);
});

it('names what a list would have more', () => {
  const change = { label: 'Service endpoints', sign: '+', words: 'Microsoft.Storage' } as const;
  expect(wordsFor(change).named).toEqual(['Service endpoints: + Microsoft.Storage', '+ Microsoft.Storage']);
});
