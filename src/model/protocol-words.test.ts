import { expect, it } from 'vitest';
import { protocolInWords } from './protocol-words.ts';

it.each([
  ['Tcp', 'TCP'],
  ['UDP', 'UDP'],
  ['Https', 'HTTPS'],
  ['mssql', 'MSSQL'],
  ['*', '*'],
  ['Any', 'Any'],
  ['Protocol-41', 'Protocol-41'],
])('writes %s as %s', (protocol, words) => expect(protocolInWords(protocol)).toBe(words));
