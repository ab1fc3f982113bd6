import type { ExitStatus, Io } from './io.ts';
import { oneLine } from './one-line.ts';
import { UsageFault } from './usage-fault.ts';

type Command = (given: readonly string[], io: Io) => Promise<ExitStatus>;

/** Commands load when they are called: help and lists start at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check-command.ts')).checkCommand,
  trace: async () => (await import('./trace-command.ts')).traceCommand,
  resolve: async () => (await import('./resolve-command.ts')).resolveCommand,
  ipplan: async () => (await import('./ipplan-command.ts')).ipplanCommand,
  compare: async () => (await import('./compare-command.ts')).compareCommand,
  export: async () => (await import('./export-command.ts')).exportCommand,
  restore: async () => (await import('./restore-command.ts')).restoreCommand,
  new: async () => (await import('./blueprint-commands.ts')).newCommand,
  blueprints: async () => (await import('./blueprint-commands.ts')).blueprintsCommand,
  rules: async () => (await import('./rules-command.ts')).rulesCommand,
};

/** Runs one command line, the words after the program's name; a fault is one line and status 2. */
export async function run(given: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(given, io);
  } catch (error) {
    const isFault = error instanceof UsageFault;
    const message = error instanceof Error ? error.message : String(error);
    io.complain(oneLine(`isoplan: ${isFault ? message : `a fault of the program: ${message}`}`));
    return 2;
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitStatus> {
  if (name === undefined) throw new UsageFault('no command was given; isoplan help lists them.');
  if (name === '--version' || name === '-v') {
    io.print(`${(await import('./version.ts')).version}\n`);
    return 0;
  }
  if (name === 'help' || name === '--help' || name === '-h' || rest.includes('--help')) {
    io.print((await import('./help.ts')).helpText);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageFault(`${name}: no such command; isoplan help lists them.`);
  return (await load())(rest, io);
}
