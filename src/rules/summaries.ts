import type { Source } from '#catalog';
import type { Goals } from '#model';
import { allRules } from './all-rules.ts';
import { type Category, categories, type Severity } from './finding.ts';

/** What can be said of a rule without running it. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly holds: string;
  readonly category: Category;
  /** Severity of most of its cases, by the goals where it depends on them. */
  readonly severity: string;
  readonly why: string;
  readonly remedy: string;
  readonly sources: readonly Source[];
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

/** Every rule in the order of the checklist. */
export const ruleSummaries: readonly RuleSummary[] = [...allRules]
  .sort((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category))
  .map(({ id, title, holds, category, severity, why, remedy, sources }) => ({
    id,
    title,
    holds,
    category,
    severity: severityWords(severity),
    why,
    remedy,
    sources,
  }));

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
    ...categories.flatMap((category) => {
      const rules = ruleSummaries.filter((rule) => rule.category === category);
      return rules.length === 0 ? [] : [`## ${category}`, '', ...rules.map(section)];
    }),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
