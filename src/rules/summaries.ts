import { type CustomRules, flatMapped, type Goals } from '#model';
import { allRules } from './all-rules.ts';
import { customRulesOf } from './custom-rules.ts';
import type { Explanation } from './explanation.ts';
import { explanationOf } from './explanations.ts';
import { type Category, categories, type Severity } from './finding.ts';
import type { Rule } from './rule.ts';

/** What can be said of a rule without running it. */
export interface RuleSummary extends Explanation {
  readonly id: string;
  readonly title: string;
  readonly holds: string;
  readonly category: Category;
  /** Severity of most of its cases, by the goals where it depends on them. */
  readonly severity: string;
  readonly remedy: string;
}

const strictest: Goals = {
  workspace: 'private',
  exfiltrationPrevention: 'on',
  internetOutbound: 'approved',
  cloud: 'public',
  software: [],
};

const relaxed: Goals = {
  ...strictest,
  workspace: 'public',
  exfiltrationPrevention: 'off',
  internetOutbound: 'allowed',
};

const severityWords = (severity: (goals: Goals) => Severity): string => {
  const [strict, loose] = [severity(strictest), severity(relaxed)];
  return strict === loose ? strict : `${strict}; ${loose} under weaker goals`;
};

const summaryOf = (rule: Rule): RuleSummary => ({
  id: rule.id,
  title: rule.title,
  holds: rule.holds,
  category: rule.category,
  severity: severityWords(rule.severity),
  remedy: rule.remedy,
  ...(rule.explanation ?? explanationOf(rule.id)),
});

/** Every rule in the order of the checklist. */
export const ruleSummaries: readonly RuleSummary[] = [...allRules]
  .sort((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category))
  .map(summaryOf);

/** The rule of an id, Isoplan's own or an organisation's. */
export const ruleSummaryOf = (id: string, custom: readonly CustomRules[]): RuleSummary | undefined =>
  ruleSummaries.find((rule) => rule.id === id) ??
  customRulesOf(custom)
    .filter((rule) => rule.id === id)
    .map(summaryOf)[0];

const section = (rule: RuleSummary): string =>
  [
    `### ${rule.id}`,
    '',
    `**${rule.title}** (${rule.severity}). Passes when: ${rule.holds}.`,
    '',
    `*Why:* ${rule.why}`,
    '',
    `*What to do:* ${rule.remedy}`,
    '',
    `*Sources:* ${rule.sources.map(({ title, url, checkedOn }) => `[${title}](${url}), read ${checkedOn}`).join('; ')}`,
    '',
  ].join('\n');

/** The reference of all rules as Markdown: the text of the README beside them. */
export const rulesMarkdown = (): string =>
  [
    '<!-- Generated from the rules by `npm run docs`; change the rules instead. -->',
    '',
    '# Rules',
    '',
    `${ruleSummaries.length} rules. Each answers for every object it looks at: failed, passed with evidence, or cannot tell. Severities hold for most cases of a rule; a case may be milder where its facts are.`,
    '',
    ...flatMapped(categories, (category) => {
      const rules = ruleSummaries.filter((rule) => rule.category === category);
      return rules.length === 0 ? [] : [`## ${category}`, '', ...rules.map(section)];
    }),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
