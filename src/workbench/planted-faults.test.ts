import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faults } from './planted-faults.ts';

it.each(faults)('the engine holds once the place for the fault that $title', ({ file, text }) => {
  const source = readFileSync(fileURLToPath(new URL(`../network/${file}`, import.meta.url)), 'utf8');
  expect(source.split(text)).toHaveLength(2);
});
