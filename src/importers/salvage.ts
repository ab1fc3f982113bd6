import type { z } from 'zod/mini';
import { isObject, wordFor } from './json-object.ts';

export type Salvaged =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** Told of each property that was left out or set, by its path. */
export type SalvageReport = (path: string, problem: string) => void;

type Schema = z.core.$ZodType;

/**
 * As much of a value as a schema allows: what is unknown or damaged is left out and reported; a damaged
 * list that is required becomes empty. Fails only where something required is beyond repair.
 */
export function salvage(schema: Schema, value: unknown, report: SalvageReport, path = ''): Salvaged {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'readonly' || def.type === 'optional') return salvage(def.innerType, value, report, path);
  if (def.type === 'object') return salvageObject(def, value, report, path);
  if (def.type === 'array') return salvageList(def.element, value, report, path);
  if (def.type === 'record') return salvageRecord(def.valueType, value, report, path);
  if (def.type === 'union') return salvageUnion(def.options, value, report, path);
  const parsed = (schema as z.ZodMiniType).safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: problemOf(def, value) };
}

const inner = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`);

function salvageObject(
  def: z.core.$ZodObjectDef,
  value: unknown,
  report: SalvageReport,
  path: string,
): Salvaged {
  if (!isObject(value)) return { ok: false, problem: `It is ${wordFor(value)} where an object is expected.` };
  // Its keys are the schema's: none can reach a prototype.
  const result: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(def.shape)) {
    const isOptional = schema._zod.def.type === 'optional';
    const item = Object.hasOwn(value, key) ? value[key] : undefined;
    if (item === undefined) {
      if (isOptional) continue;
      if (!isList(schema)) return { ok: false, problem: `Its ${key} is missing.` };
      report(inner(path, key), 'It was missing and is taken as empty.');
      result[key] = [];
      continue;
    }
    const found = salvage(schema, item, report, inner(path, key));
    if (found.ok) result[key] = found.value;
    else if (isOptional) report(inner(path, key), `Left out: ${lower(found.problem)}`);
    else if (isList(schema)) {
      report(inner(path, key), `Taken as empty: ${lower(found.problem)}`);
      result[key] = [];
    } else return { ok: false, problem: `Its ${key} cannot be used: ${lower(found.problem)}` };
  }
  for (const key of Object.keys(value))
    if (!Object.hasOwn(def.shape, key))
      report(inner(path, key), 'Left out: this version does not know the property.');
  return { ok: true, value: result };
}

function salvageList(element: Schema, value: unknown, report: SalvageReport, path: string): Salvaged {
  if (!Array.isArray(value))
    return { ok: false, problem: `It is ${wordFor(value)} where a list is expected.` };
  const items = value.flatMap((item: unknown, at) => {
    const found = salvage(element, item, report, inner(path, at));
    if (found.ok) return [found.value];
    report(inner(path, at), `Left out: ${lower(found.problem)}`);
    return [];
  });
  return { ok: true, value: items };
}

function salvageRecord(values: Schema, value: unknown, report: SalvageReport, path: string): Salvaged {
  if (!isObject(value)) return { ok: false, problem: `It is ${wordFor(value)} where an object is expected.` };
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (key === '__proto__') return [];
    const found = salvage(values, item, report, inner(path, key));
    if (found.ok) return [[key, found.value]];
    report(inner(path, key), `Left out: ${lower(found.problem)}`);
    return [];
  });
  return { ok: true, value: Object.fromEntries(entries) };
}

/** The first alternative that takes the value as it is, else the first that takes part of it. */
function salvageUnion(
  options: readonly Schema[],
  value: unknown,
  report: SalvageReport,
  path: string,
): Salvaged {
  const whole = options.find((option) => (option as z.ZodMiniType).safeParse(value).success);
  if (whole) return salvage(whole, value, report, path);
  for (const option of options) {
    const reports: [string, string][] = [];
    const found = salvage(option, value, (...one) => reports.push(one), path);
    if (!found.ok) continue;
    for (const [where, problem] of reports) report(where, problem);
    return found;
  }
  return { ok: false, problem: 'It is none of the forms it may have.' };
}

function isList(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'readonly' ? isList(def.innerType) : def.type === 'array';
}

function problemOf(def: z.core.$ZodTypes['_zod']['def'], value: unknown): string {
  const shown = typeof value === 'string' ? `“${value.slice(0, 60)}”` : wordFor(value);
  if (def.type === 'enum') return `It is ${shown}, none of ${Object.values(def.entries).join(', ')}.`;
  if (def.type === 'literal') return `It is ${shown} where ${def.values.join(' or ')} is expected.`;
  const wanted = def.type === 'string' ? 'text' : def.type === 'boolean' ? 'true or false' : `a ${def.type}`;
  return `It is ${shown} where ${wanted} of the right form is expected.`;
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
