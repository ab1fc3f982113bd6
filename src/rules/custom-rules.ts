import {
  allResources,
  type CustomRule,
  type CustomRules,
  flatMapped,
  kinds,
  type Resource,
  type ResourceOf,
} from '#model';
import { compactRegion, prefixContains } from '#network';
import { matcherOf } from './custom-pattern.ts';
import { labelOf, listed } from './labels.ts';
import { notShown } from './missing.ts';
import { cannotTell, defineRule, passed, type Rule } from './rule.ts';

interface Subject {
  readonly subject: string;
}

interface WrongTag {
  readonly name: string;
  /** Absent where the tag is missing. */
  readonly value?: string;
  readonly wanted?: readonly string[];
}

const tagWords = ({ name, value, wanted = [] }: WrongTag): string =>
  value === undefined ? `no tag ${name}` : `${name} ${value}, which is not ${wanted.join(' or ')}`;

const messages = {
  name: ({ subject, patterns }: Subject & { patterns: readonly string[] }) =>
    `${subject} is not named ${patterns.join(' or ')}`,
  tags: ({ subject, tags }: Subject & { tags: readonly WrongTag[] }) =>
    `${subject} has ${listed(tags.map(tagWords))}`,
  region: ({ subject, allowed }: Subject & { region: string; allowed: readonly string[] }) =>
    `${subject} is not one of the regions allowed: ${listed(allowed, 8)}`,
  prefix: ({
    subject,
    outside,
    allowed,
  }: Subject & { outside: readonly string[]; allowed: readonly string[] }) =>
    `${subject} takes ${listed(outside)}, which lies outside ${listed(allowed, 8)}`,
  kind: ({ subject, kind }: Subject & { kind: Resource['kind'] }) =>
    `${subject} is a resource of the kind ${kinds[kind].title}, which is not allowed`,
};

type Messages = typeof messages;

/** What a rule of an organisation says of one resource. */
type Verdict =
  | { readonly holds: string }
  | { readonly unknown: string }
  | {
      readonly [Id in keyof Messages]: { readonly message: Id; readonly facts: Parameters<Messages[Id]>[0] };
    }[keyof Messages];

/** Tags are a resource's own; children of others have none. */
const hasTags = ({ kind }: Resource): boolean => kinds[kind].armType?.split('/').length === 2;

interface Judge {
  isOf(resource: Resource): boolean;
  judge(resource: Resource, subject: string): Verdict;
}

type RuleOf<C extends CustomRule['check']> = Extract<CustomRule, { check: C }>;

const judges: { readonly [C in CustomRule['check']]: (rule: RuleOf<C>) => Judge } = {
  name: ({ kinds: wanted, patterns }) => {
    const matches = matcherOf(patterns);
    return {
      isOf: ({ kind }) => wanted.includes(kind),
      judge: ({ name }, subject) =>
        matches(name)
          ? { holds: `The name matches ${patterns.join(' or ')}` }
          : { message: 'name', facts: { subject, patterns } },
    };
  },
  tags: ({ kinds: wanted, tags }) => {
    const checks = tags.map(({ name, values }) => ({ name, values, matches: values && matcherOf(values) }));
    return {
      isOf: (resource) => hasTags(resource) && (wanted?.includes(resource.kind) ?? true),
      judge: (resource, subject) => {
        if (resource.presence === 'not-shown') return { unknown: 'the tags' };
        const own = new Map(
          Object.entries(resource.tags ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        );
        const wrong = flatMapped(checks, ({ name, values, matches }): readonly WrongTag[] => {
          const value = own.get(name.toLowerCase());
          if (value === undefined) return [{ name }];
          return matches && !matches(value) ? [{ name, value, ...(values ? { wanted: values } : {}) }] : [];
        });
        return wrong.length === 0
          ? { holds: `It bears ${listed(checks.map(({ name }) => name))}` }
          : { message: 'tags', facts: { subject, tags: wrong } };
      },
    };
  },
  region: ({ allowed }) => {
    const known = new Set(allowed.map(compactRegion));
    return {
      isOf: ({ kind }) => kind === 'region',
      judge: ({ name }, subject) =>
        known.has(compactRegion(name))
          ? { holds: 'The region is one of those allowed' }
          : { message: 'region', facts: { subject, region: compactRegion(name), allowed } },
    };
  },
  prefix: ({ allowed }) => ({
    isOf: ({ kind }) => kind === 'virtual-network',
    judge: (resource, subject) => {
      if (resource.presence === 'not-shown') return { unknown: 'the address space' };
      const { addressPrefixes } = resource as ResourceOf<'virtual-network'>;
      const outside = addressPrefixes.filter((prefix) => !allowed.some((one) => prefixContains(one, prefix)));
      return outside.length === 0
        ? { holds: `${listed(addressPrefixes)} lies in ${listed(allowed, 8)}` }
        : { message: 'prefix', facts: { subject, outside, allowed } };
    },
  }),
  'forbidden-kind': ({ kinds: forbidden }) => ({
    isOf: ({ kind }) => forbidden.includes(kind),
    judge: ({ kind }, subject) => ({ message: 'kind', facts: { subject, kind } }),
  }),
};

const judgeOf = <C extends CustomRule['check']>(rule: RuleOf<C>): Judge =>
  (judges[rule.check as C] as (rule: RuleOf<C>) => Judge)(rule);

const ruleOf = (rule: CustomRule): Rule => {
  const { isOf, judge } = judgeOf(rule);
  return defineRule({
    id: rule.id,
    category: 'Organisation',
    title: rule.title,
    holds: `“${rule.title}” does not apply`,
    remedy: rule.remedy,
    explanation: {
      why: rule.why,
      sources: [],
      ...(rule.references?.length ? { references: rule.references } : {}),
    },
    severity: () => rule.severity,
    messages,
    *check({ design }) {
      for (const resource of allResources(design)) {
        if (!isOf(resource)) continue;
        const verdict = judge(resource, labelOf(design, resource.id));
        if ('holds' in verdict) yield passed(resource.id, verdict.holds);
        else if ('unknown' in verdict)
          yield cannotTell(resource.id, notShown(`${verdict.unknown} of ${resource.name}`, resource.azureId));
        else yield { at: resource.id, ...verdict };
      }
    },
  });
};

let latest: { readonly text: string; readonly rules: readonly Rule[] } | undefined;

/** An organisation's rules as the engine runs them: the same objects for the same data, which may have crossed a worker's border. */
export function customRulesOf(sets: readonly CustomRules[] = []): readonly Rule[] {
  if (sets.length === 0) return [];
  const text = JSON.stringify(sets);
  if (latest?.text !== text) latest = { text, rules: flatMapped(sets, ({ rules }) => rules.map(ruleOf)) };
  return latest.rules;
}
