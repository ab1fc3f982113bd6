import { readKey, restore, writeDesign } from '#exporters';
import { fileOptions, parse, readFileOptions } from './arguments.ts';
import type { ExitStatus, Io } from './io.ts';
import { oneLine } from './one-line.ts';
import { openDesign, readText } from './open-design.ts';
import { UsageFault } from './usage-fault.ts';
import { writeTo } from './write-to.ts';

/** `isoplan restore FILE --key KEY`: gives a sanitised design its own names, addresses, ids and regions back. */
export async function restoreCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, {
    ...fileOptions,
    key: { type: 'string' },
    output: { type: 'string', short: 'o' },
  });
  if (values.key === undefined) throw new UsageFault('--key KEY is missing: the second file of the export.');
  const key = readKey(await readText(values.key, io));
  if (!key) throw new UsageFault(`${values.key}: this is not the key of a sanitised design.`);
  const { design } = await openDesign(positionals, readFileOptions(values), io);
  const content = writeDesign(restore(design, key));
  if (values.output === undefined || values.output === '-') io.print(content);
  else
    for (const path of await writeTo(values.output, [{ path: 'design.isoplan.json', content }], io))
      io.complain(`Wrote ${oneLine(path)}`);
  return 0;
}
