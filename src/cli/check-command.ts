import { loadExporter } from '#exporters';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import { checkJson } from './check-json.ts';
import { checkText } from './check-text.ts';
import type { ExitStatus, Io } from './io.ts';
import { openDesign } from './open-design.ts';
import { openRules } from './open-rules.ts';

/** `isoplan check FILE…`: validates. */
export async function checkCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, { ...fileOptions, strict: { type: 'boolean' } });
  const options = readFileOptions(values);
  const format = readWord('--format', options.format ?? 'text', [
    'text',
    'json',
    'markdown',
    'sarif',
    'junit',
  ]);
  const opened = await openDesign(positionals, options, io);
  const { design, notes, sourceFiles } = opened;
  const today = options.date ?? io.today();
  const network = deriveNetwork(design);
  const result = check(design, { today, custom: await openRules(options, io) });
  if (format === 'json') io.print(checkJson(opened, result));
  else if (format === 'text') io.print(checkText(opened, result));
  else {
    const exporter = await loadExporter(format);
    for (const file of exporter.export({ design, network, result, today, notes, sourceFiles }).files)
      io.print(file.content);
  }
  const { errors, warnings, cannotTell } = result.summary;
  return errors > 0 || (values.strict === true && warnings + cannotTell > 0) ? 1 : 0;
}
