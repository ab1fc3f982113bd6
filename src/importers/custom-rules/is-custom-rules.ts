import { isObject } from '../json-object.ts';
import { parseJson } from '../json-text.ts';

/** Characters beyond which no file of rules is read. */
export const longest = 1_000_000;

/** Whether a text is a file of rules rather than of resources, damaged or not. */
export function isCustomRules(text: string): boolean {
  if (text.length > longest || !text.includes('"rulesVersion"')) return false;
  const parsed = parseJson(text);
  return !parsed.ok || (isObject(parsed.value) && Object.hasOwn(parsed.value, 'rulesVersion'));
}
