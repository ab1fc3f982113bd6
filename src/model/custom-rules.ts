import { z } from 'zod';
import { resourceKinds } from './resource.ts';
import { part } from './resource-base.ts';

/** The version of the file that this program reads. */
export const customRulesVersion = 1;

const words = (most: number) => z.string().trim().min(1).max(most);

/** `*` any run of characters, `?` one, `#` a digit, `{a,b}` one of several; everything else stands for itself. */
const pattern = words(120);
const kind = z.enum(resourceKinds);

/** At least one, and no more than anybody needs. */
const some = <T extends z.ZodType>(item: T, most = 50) => z.array(item).min(1).max(most).readonly();

const common = {
  /** Named for the fault: lower-case letters, digits and hyphens. */
  id: z
    .string()
    .max(80)
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
  title: words(160),
  severity: z.enum(['error', 'warning', 'note']),
  why: words(1_000),
  remedy: words(1_000),
  /** What the organisation cites: shown as words, never as links. */
  references: some(words(300), 20).optional(),
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
    kinds: some(kind, 100).optional(),
    tags: some(part({ name: words(512), values: some(pattern).optional() })),
  }),
  /** Everything lies in one of these regions. */
  part({ ...common, check: z.literal('region'), allowed: some(words(60), 100) }),
  /** Virtual networks take their address space from these prefixes. */
  part({ ...common, check: z.literal('prefix'), allowed: some(z.cidrv4(), 100) }),
  /** No resource is of these kinds. */
  part({ ...common, check: z.literal('forbidden-kind'), kinds: some(kind, 100) }),
]);

export const customRulesSchema = part({
  $schema: z.string().optional(),
  rulesVersion: z.literal(customRulesVersion),
  /** Whose rules they are. */
  name: words(120),
  rules: some(customRuleSchema, 200),
});

export type CustomRule = z.infer<typeof customRuleSchema>;
export type CustomRules = z.infer<typeof customRulesSchema>;
