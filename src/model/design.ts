import { z } from 'zod/mini';
import { type Note, noteSchema } from './notes.ts';
import { type Resource, resourceSchema } from './resource.ts';
import { count, flag, list, part, resourceId, text } from './resource-base.ts';

/** The version this program writes; older files are migrated on opening. */
export const schemaVersion = 1;

export const goalsSchema = part({
  workspace: z.optional(z.enum(['private', 'public'])),
  exfiltrationPrevention: z.optional(z.enum(['on', 'off'])),
  internetOutbound: z.optional(z.enum(['allowed', 'approved'])),
  cloud: z.optional(z.enum(['public', 'us-government', 'china'])),
  /** Optional software whose hosts must be reachable: conda, pip, r, vscode, huggingface … */
  software: z.optional(list(text)),
});

/** What the architect wants, as far as it was stated. */
export type StatedGoals = z.infer<typeof goalsSchema>;

/** Goals as rules judge by them: what is not stated is the strictest. */
export interface Goals {
  readonly workspace: 'private' | 'public';
  readonly exfiltrationPrevention: 'on' | 'off';
  readonly internetOutbound: 'allowed' | 'approved';
  readonly cloud: 'public' | 'us-government' | 'china';
  readonly software: readonly string[];
}

/** Top left corner in the coordinates of the parent, and size, in CSS pixels. */
export const boxSchema = part({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof boxSchema>;

/** An ISO date that is in the calendar. */
export const daySchema = z.iso.date();

export const acceptedSchema = part({
  /** Of the finding: rule, resource ids and facts. */
  fingerprint: text,
  reason: text,
  owner: text,
  /** After which the finding returns. */
  expires: z.optional(daySchema),
});
export type Acceptance = z.infer<typeof acceptedSchema>;

export const expectationSchema = part({
  from: resourceId,
  /** A resource id or a host name. */
  to: text,
  protocol: z.enum(['Tcp', 'Udp']),
  port: count,
  wanted: z.enum(['delivered', 'blocked']),
});

/**
 * Where the design was read from, and whether that source holds everything there is.
 * Absence is an error only where it does.
 */
export const sourceSchema = part({
  format: z.enum(['isoplan', 'azure-export', 'arm-template', 'terraform-plan']),
  complete: flag,
});

export const designSchema = part({
  schemaVersion: z.literal(schemaVersion),
  name: text,
  source: sourceSchema,
  goals: goalsSchema,
  resources: list(resourceSchema),
  /** Positions and sizes, keyed by id of resource or note; decides no rule. */
  layout: z.readonly(z.record(z.string(), boxSchema)),
  accepted: list(acceptedSchema),
  expectations: list(expectationSchema),
  /** Absent where there are none. */
  notes: z.optional(list(noteSchema)),
});

/** The document: everything that is saved, nothing that is derived. */
export interface Design {
  readonly schemaVersion: typeof schemaVersion;
  readonly name: string;
  readonly source: z.infer<typeof sourceSchema>;
  readonly goals: StatedGoals;
  readonly resources: readonly Resource[];
  readonly layout: Readonly<Record<string, Box>>;
  readonly accepted: readonly Acceptance[];
  readonly expectations: readonly z.infer<typeof expectationSchema>[];
  readonly notes?: readonly Note[] | undefined;
}

/** A design with nothing in it, whose absences are real. */
export const emptyDesign = (name: string): Design => ({
  schemaVersion,
  name,
  source: { format: 'isoplan', complete: true },
  goals: {},
  resources: [],
  layout: {},
  accepted: [],
  expectations: [],
});

/** What rules judge by: each goal that is not stated has its strictest value. */
export const goalsOf = (design: Design): Goals => ({
  workspace: design.goals.workspace ?? 'private',
  exfiltrationPrevention: design.goals.exfiltrationPrevention ?? 'on',
  internetOutbound: design.goals.internetOutbound ?? 'approved',
  cloud: design.goals.cloud ?? 'public',
  software: design.goals.software ?? [],
});
