import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { StatedGoals } from '#model';
import { UsageFault } from './usage-fault.ts';

/** Options of every command that reads files. */
export const fileOptions = {
  goal: { type: 'string', multiple: true },
  complete: { type: 'boolean' },
  date: { type: 'string' },
  format: { type: 'string' },
  rules: { type: 'string', multiple: true },
  parameters: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Options of files, read. */
export interface FileOptions {
  readonly goals: StatedGoals;
  readonly complete: boolean | undefined;
  readonly date: string | undefined;
  readonly format: string | undefined;
  /** Files with rules of an organisation. */
  readonly rules: readonly string[];
}

/** Parses strictly; what Node objects to becomes a fault of one line. */
export function parse<const T extends NonNullable<ParseArgsConfig['options']>>(
  given: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageFault(message.split(/\. |\n/)[0] ?? message);
  }
}

interface RawFileOptions {
  readonly goal?: readonly string[] | undefined;
  readonly complete?: boolean | undefined;
  readonly date?: string | undefined;
  readonly format?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly parameters?: string | undefined;
}

export function readFileOptions(values: RawFileOptions): FileOptions {
  if (values.parameters !== undefined)
    throw new UsageFault('--parameters: templates and their parameters are not in this version.');
  return {
    goals: Object.assign({}, ...(values.goal ?? []).map(readGoal)) as StatedGoals,
    complete: values.complete,
    date: values.date === undefined ? undefined : readDate(values.date),
    format: values.format,
    rules: values.rules ?? [],
  };
}

const goalValues = {
  workspace: ['workspace', ['private', 'public']],
  'exfiltration-prevention': ['exfiltrationPrevention', ['on', 'off']],
  'internet-outbound': ['internetOutbound', ['allowed', 'approved']],
  cloud: ['cloud', ['public', 'us-government', 'china']],
} as const;

/** Reads `NAME=VALUE`. */
function readGoal(goal: string): StatedGoals {
  const at = goal.indexOf('=');
  const name = (at < 0 ? goal : goal.slice(0, at)).trim().toLowerCase();
  const value =
    at < 0
      ? ''
      : goal
          .slice(at + 1)
          .trim()
          .toLowerCase();
  if (at < 0) throw new UsageFault(`--goal ${goal}: write NAME=VALUE, for example workspace=private.`);
  if (name === 'software')
    return {
      software: value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    };
  const known = Object.hasOwn(goalValues, name) ? goalValues[name as keyof typeof goalValues] : undefined;
  if (!known)
    throw new UsageFault(
      `--goal ${goal}: no such goal; there are ${[...Object.keys(goalValues), 'software'].join(', ')}.`,
    );
  const [property, values] = known;
  if (!(values as readonly string[]).includes(value))
    throw new UsageFault(`--goal ${goal}: ${name} is ${values.join(' or ')}.`);
  return { [property]: value };
}

function readDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime());
  if (!isDay || day.toISOString().slice(0, 10) !== date)
    throw new UsageFault(`--date ${date}: write a day as YYYY-MM-DD.`);
  return date;
}

/** One of several words, or a fault that lists them. */
export function readWord<T extends string>(option: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageFault(
    `${option} ${value}: no such ${option === '--to' || option === '--format' ? 'format' : 'value'}; there are ${words.join(', ')}.`,
  );
}
