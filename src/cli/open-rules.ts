import { readCustomRules } from '#importers';
import type { CustomRules } from '#model';
import { type CheckOptions, customRulesOf } from '#rules';
import type { FileOptions } from './arguments.ts';
import type { Io } from './io.ts';
import { readText } from './open-design.ts';
import { UsageFault } from './usage-fault.ts';

/** Reads the rules of an organisation that `--rules` names; a file that cannot be used ends the program. */
export async function openRules({ rules: paths }: FileOptions, io: Io): Promise<CheckOptions['custom']> {
  const sets: CustomRules[] = [];
  const owners = new Map<string, string>();
  for (const path of paths) {
    const result = readCustomRules({ name: path, text: await readText(path, io) });
    if (!result.ok) throw new UsageFault(result.error);
    for (const { id } of result.rules.rules) {
      const owner = owners.get(id);
      if (owner !== undefined) throw new UsageFault(`${path}: the rule “${id}” is in ${owner}, too.`);
      owners.set(id, path);
    }
    sets.push(result.rules);
  }
  return customRulesOf(sets);
}

/** For commands whose answer no rule of an organisation changes: better a fault than a file that is read by nobody. */
export function refuseRules({ rules }: FileOptions): void {
  if (rules.length > 0) throw new UsageFault('--rules: check and export take it.');
}
