import { type Adaptation, adapt, blueprints, type Composition, exercises } from '#blueprints';
import { clouds } from '#catalog';
import { writeDesign } from '#exporters';
import { parse } from './arguments.ts';
import type { ExitStatus, Io } from './io.ts';
import { UsageFault } from './usage-fault.ts';
import { writeTo } from './write-to.ts';

/** `isoplan blueprints`: one a line, the id first; what is broken on purpose comes after the architectures. */
export async function blueprintsCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  noFiles(parse(given, {}).positionals);
  for (const { id, title, purpose } of blueprints) io.print(`${id}  ${title}. ${purpose}\n`);
  for (const { id, title, story } of exercises) io.print(`${id}  Exercise: ${title}. ${story}\n`);
  return 0;
}

/** How a reference architecture may be adapted. */
const adaptationOptions = {
  'address-space': { type: 'string' },
  region: { type: 'string' },
  cloud: { type: 'string' },
  workspaces: { type: 'string' },
  nodes: { type: 'string' },
  'on-premises': { type: 'string' },
  'name-ending': { type: 'string' },
} as const;

type Values = { readonly [K in keyof typeof adaptationOptions]?: string | undefined };

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UsageFault(`--${option} ${text}: write a whole number.`);
  return Number(text);
}

function oneOf<T extends string>(option: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text.toLowerCase());
  if (found === undefined) throw new UsageFault(`--${option} ${text}: it is ${words.join(' or ')}.`);
  return found;
}

function readAdaptation(values: Values): Partial<Adaptation> {
  const { region, cloud, workspaces, nodes } = values;
  const addressSpace = values['address-space'];
  const onPremises = values['on-premises'];
  const nameEnding = values['name-ending'];
  return {
    ...(addressSpace === undefined ? {} : { addressSpace: addressSpace.trim() }),
    ...(region === undefined ? {} : { region: region.trim().toLowerCase() }),
    ...(cloud === undefined ? {} : { cloud: oneOf('cloud', cloud, clouds) }),
    ...(workspaces === undefined ? {} : { workspaces: wholeNumber('workspaces', workspaces) }),
    ...(nodes === undefined ? {} : { maxNodes: wholeNumber('nodes', nodes) }),
    ...(nameEnding === undefined ? {} : { nameEnding: nameEnding.trim().toLowerCase() }),
    ...(onPremises === undefined
      ? {}
      : { onPremises: oneOf('on-premises', onPremises, ['yes', 'no']) === 'yes' }),
  };
}

/** The blueprint or exercise of an id; `undefined` where there is none. */
function composedOf(id: string, changes: Partial<Adaptation>): Composition | { fault: string } | undefined {
  const blueprint = blueprints.find((one) => one.id === id);
  if (blueprint) return adapt(blueprint, changes);
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) return undefined;
  return Object.keys(changes).length > 0
    ? { fault: `${id} is an exercise: it is given as it is, without adaptation.` }
    : { design: exercise.build() };
}

/** `isoplan new BLUEPRINT`: writes it as a design, adapted as the options say. */
export async function newCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, {
    output: { type: 'string', short: 'o' },
    ...adaptationOptions,
  });
  const [id, ...more] = positionals;
  const ids = [...blueprints, ...exercises].map((one) => one.id).join(', ');
  if (id === undefined) throw new UsageFault(`no BLUEPRINT was given; there are ${ids}.`);
  noFiles(more);
  const made = composedOf(id.toLowerCase(), readAdaptation(values));
  if (!made) throw new UsageFault(`${id}: no such blueprint; there are ${ids}.`);
  if ('fault' in made) throw new UsageFault(made.fault);
  const content = writeDesign(made.design);
  if (values.output === '-') io.print(content);
  else {
    const files = [{ path: `${id.toLowerCase()}.isoplan.json`, content }];
    for (const path of await writeTo(values.output, files, io)) io.complain(`Wrote ${path}`);
  }
  return 0;
}

/** Refuses words that a command has no use for. */
export function noFiles(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined) throw new UsageFault(`${first}: the command takes nothing more.`);
}
