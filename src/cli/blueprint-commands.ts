import { blueprints } from '#blueprints';
import { writeDesign } from '#exporters';
import { parse } from './arguments.ts';
import type { ExitStatus, Io } from './io.ts';
import { UsageFault } from './usage-fault.ts';
import { writeTo } from './write-to.ts';

/** `isoplan blueprints`: one a line, the id first. */
export async function blueprintsCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  noFiles(parse(given, {}).positionals);
  for (const { id, title, purpose } of blueprints) io.print(`${id}  ${title}. ${purpose}\n`);
  return 0;
}

/** `isoplan new BLUEPRINT`: writes it as a design. */
export async function newCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, { output: { type: 'string', short: 'o' } });
  const [id, ...more] = positionals;
  const ids = blueprints.map((blueprint) => blueprint.id).join(', ');
  if (id === undefined) throw new UsageFault(`no BLUEPRINT was given; there are ${ids}.`);
  noFiles(more);
  const blueprint = blueprints.find((one) => one.id === id.toLowerCase());
  if (!blueprint) throw new UsageFault(`${id}: no such blueprint; there are ${ids}.`);
  const content = writeDesign(blueprint.build());
  if (values.output === '-') io.print(content);
  else {
    const files = [{ path: `${blueprint.id}.isoplan.json`, content }];
    for (const path of await writeTo(values.output, files, io)) io.complain(`Wrote ${path}`);
  }
  return 0;
}

/** Refuses words that a command has no use for. */
export function noFiles(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined) throw new UsageFault(`${first}: the command takes nothing more.`);
}
