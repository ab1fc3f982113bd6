import { ruleSummaries } from '#rules';
import { parse } from './arguments.ts';
import { noFiles } from './blueprint-commands.ts';
import type { ExitStatus, Io } from './io.ts';

/** `isoplan rules`: one a line, the id first. */
export async function rulesCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  noFiles(parse(given, {}).positionals);
  for (const { id, severity, category, title } of ruleSummaries)
    io.print(`${id}  ${title} (${category}; ${severity})\n`);
  return 0;
}
