import { z } from 'zod/mini';
import { resourceKinds } from './resource.ts';
import { part } from './resource-base.ts';

/** The version of the file that this program reads. */
export const customRulesVersion = 1;

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** `*` any run of characters, `?` one, `#` a digit, `{a,b}` one of several; everything else stands for itself. */
const pattern = words(120);
const kind = z.enum(resourceKinds);

/** At least one, and no more than anybody needs. */
const some = <T extends z.ZodMiniType>(item: T, most = 50) =>
  z.readonly(z.array(item).check(z.minLength(1), z.maxLength(most)));

const common = {
  /** Named for the fault: lower-case letters, digits and hyphens. */
  id: z.string().check(z.maxLength(80), z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)),
  title: words(160),
  severity: z.enum(['error', 'warning', 'note']),
  why: words(1_000),
  remedy: words(1_000),
  /** What the organisation cites: shown as words, never as links. */
  references: z.optional(some(words(300), 20)),
};

/** One rule of an organisation: data that is compared, nothing that is executed. */
export const customRuleSchema = z.discriminatedUnion('check', [
  /** Names of these kinds match one of the patterns, with regard to case. */
  part({
    ...common,
    check: z.literal('name'),
    kinds: some(kind, 100),
    patterns: some(pattern),
  }),
  /** Resources bear these tags; of all kinds that have tags where none are named. Tag names without regard to case. */
  part({
    ...common,
    check: z.literal('tags'),
    kinds: z.optional(some(kind, 100)),
    tags: some(part({ name: words(512), values: z.optional(some(pattern)) })),
  }),
  /** Everything lies in one of these regions. */
  part({ ...common, check: z.literal('region'), allowed: some(words(60), 100) }),
  /** Virtual networks take their address space from these prefixes. */
  part({ ...common, check: z.literal('prefix'), allowed: some(z.cidrv4(), 100) }),
  /** No resource is of these kinds. */
  part({ ...common, check: z.literal('forbidden-kind'), kinds: some(kind, 100) }),
]);

export const customRulesSchema = part({
  $schema: z.optional(z.string()),
  rulesVersion: z.literal(customRulesVersion),
  /** Whose rules they are. */
  name: words(120),
  rules: some(customRuleSchema, 200),
});

export type CustomRule = z.infer<typeof customRuleSchema>;
export type CustomRules = z.infer<typeof customRulesSchema>;
