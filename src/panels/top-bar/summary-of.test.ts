import { expect, it } from 'vitest';
import { summaryOf } from './summary-of.ts';

it('says first what is given up, as the end may be cut', () => {
  expect(
    summaryOf({ workspace: 'private', exfiltrationPrevention: 'off', internetOutbound: 'allowed' }, false),
  ).toEqual(['Exfiltration prevention off', 'Internet allowed', 'Private workspace']);
  expect(summaryOf({ workspace: 'private', exfiltrationPrevention: 'on' }, false)).toEqual([
    'Private workspace',
    'Exfiltration prevention',
  ]);
  expect(summaryOf({}, false)).toEqual(['Judged by the strictest goals']);
  expect(summaryOf({}, true)).toEqual(['No goals stated yet']);
});
