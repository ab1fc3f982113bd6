import { expect, it } from 'vitest';
import { wordsOf } from './outbound/openings.ts';

it.each([
  [['AzureActiveDirectory'], 'AzureActiveDirectory'],
  [['10.0.0.8', '10.0.0.9'], '10.0.0.8, 10.0.0.9'],
  [['10.0.0.8', '10.0.0.9', '10.0.0.10', '10.0.0.12'], '10.0.0.8 – .10, 10.0.0.12'],
  [['10.0.0.254', '10.0.0.255', '10.0.1.0', '10.0.1.1'], '10.0.0.254, 10.0.0.255, 10.0.1.0, 10.0.1.1'],
] as const)('%j is said as %s', (destinations, words) => {
  expect(wordsOf({ destinations, isHosts: false, protocol: 'Tcp', ports: [443] })).toBe(
    `TCP 443 to ${words}`,
  );
});
