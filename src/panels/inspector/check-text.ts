import { formatAddress, parseAddress, parseLoosePrefix, parsePrefix } from '#network';
import type { TextCheck } from './fields/field.ts';

const isV6 = (text: string) => /^[0-9a-f:]+(\/\d{1,3})?$/i.test(text) && text.includes('::');

const checkPrefix = (text: string): string | undefined => {
  if (isV6(text) || parsePrefix(text)) return undefined;
  const loose = parseLoosePrefix(text);
  if (!loose) return `${text} is no address range. Write one such as 10.0.1.0/24.`;
  const { first, last, length } = loose;
  // Which of its neighbours was meant is not for us to say.
  const next = last + 1 < 2 ** 32 ? ` and ${formatAddress(last + 1)}` : '';
  return `No /${length} begins at ${text.split('/', 1)}. The nearest begin at ${formatAddress(first)}${next}.`;
};

const checkAddress = (text: string): string | undefined =>
  isV6(text) || parseAddress(text) !== undefined
    ? undefined
    : `${text} is no IP address. Write one such as 10.0.1.4.`;

const checkPorts = (text: string): string | undefined => {
  const [first = '', last = first, ...rest] = text.split('-');
  const [from, to] = [Number(first), Number(last)];
  const isRange = rest.length === 0 && /^\d+$/.test(first) && /^\d+$/.test(last) && from <= to && to <= 65535;
  return text === '*' || isRange ? undefined : `${text} is no port. Write 443, 8000-8010 or *.`;
};

/** Why a text is not what its field wants, in one sentence, or `undefined` when it is. */
export const faultOf = (text: string, check: TextCheck): string | undefined => {
  switch (check) {
    case 'prefix':
      return checkPrefix(text);
    case 'address':
      return checkAddress(text);
    case 'ports':
      return checkPorts(text);
    case 'any':
      return undefined;
  }
};

/** Whether a text is addresses and address ranges alone, which are set apart from words. */
export const isAddresses = (text: string): boolean =>
  /^[\d.]+\.\d+(\/\d+)?(, [\d.]+\.\d+(\/\d+)?)*$/.test(text);

/** The entries of a list as it is typed: separated by commas or line ends. */
export const entriesOf = (draft: string): readonly string[] =>
  draft
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
