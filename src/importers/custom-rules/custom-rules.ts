import { en } from 'zod/locales';
import { type CustomRule, type CustomRules, customRulesSchema, customRulesVersion } from '#model';
import { ruleSummaries, waysOf } from '#rules';
import type { InputFile } from '../importer.ts';
import { jsonFaultOf } from '../json-fault.ts';
import { isObject } from '../json-object.ts';
import { parseJson } from '../json-text.ts';
import { longest } from './is-custom-rules.ts';

/** An organisation's rules, or one sentence that says what is wrong and where. */
export type CustomRulesResult =
  | { readonly ok: true; readonly rules: CustomRules }
  | { readonly ok: false; readonly error: string };

/** The schemas of the page carry no words of their own. */
const words = { error: en().localeError };

/** Reads a file of rules as a whole: a rule that was left out would pass for one that holds. */
export function readCustomRules({ name, text }: InputFile): CustomRulesResult {
  const refuse = (error: string): CustomRulesResult => ({ ok: false, error: `${name}: ${error}` });
  if (text.length > longest) return refuse('A file of rules has at most a million characters.');
  const json = parseJson(text);
  if (!json.ok) return refuse(json.error ?? jsonFaultOf(text));
  if (!isObject(json.value) || !Object.hasOwn(json.value, 'rulesVersion'))
    return refuse(
      `This is JSON, but no file of rules: it has no rulesVersion, which is ${customRulesVersion}.`,
    );
  const parsed = customRulesSchema.safeParse(json.value, words);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(issue ? sentenceOf(issue.path, issue.message, json.value.rules) : 'It cannot be read.');
  }
  const fault = faultOf(parsed.data.rules);
  return fault === undefined ? { ok: true, rules: parsed.data } : refuse(fault);
}

/** `rules[2] “contoso-names”, severity: invalid option …` */
function sentenceOf(path: readonly PropertyKey[], message: string, rules: unknown): string {
  const place = path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );
  const at = path[0] === 'rules' && typeof path[1] === 'number' ? path[1] : undefined;
  const rule: unknown = at !== undefined && Array.isArray(rules) ? rules[at] : undefined;
  const id = isObject(rule) && typeof rule.id === 'string' ? ` of “${rule.id.slice(0, 80)}”` : '';
  return `${place === '' ? 'The file' : place}${id}: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`;
}

const ownIds = new Set(ruleSummaries.map(({ id }) => id));

const patternsOf = (rule: CustomRule): readonly string[] => {
  if (rule.check === 'name') return rule.patterns;
  return rule.check === 'tags' ? rule.tags.flatMap(({ values }) => values ?? []) : [];
};

/** What a schema cannot say. */
function faultOf(rules: readonly CustomRule[]): string | undefined {
  const seen = new Set<string>();
  for (const [at, rule] of rules.entries()) {
    const place = `rules[${at}] of “${rule.id}”`;
    if (ownIds.has(rule.id)) return `${place}: Isoplan has a rule of this id.`;
    if (seen.has(rule.id)) return `${place}: another rule of the file has this id.`;
    seen.add(rule.id);
    const pattern = patternsOf(rule).find((one) => waysOf(one) === undefined);
    if (pattern !== undefined)
      return `${place}: the pattern ${JSON.stringify(pattern)} has braces that do not fit, or stands for more than 256 texts.`;
  }
  return undefined;
}
