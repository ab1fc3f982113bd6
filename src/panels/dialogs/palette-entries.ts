import type { Blueprint, Exercise } from '#blueprints';
import {
  type CommandContext,
  commandGroups,
  exportFormatIds,
  exportNow,
  fixFinding,
  formatFacts,
  lackFor,
  openBlueprint,
  openDamaged,
  openRecent,
} from '#commands';
import { placeName } from '#drawing';
import {
  type Design,
  findResource,
  kinds,
  type ResourceId,
  type ResourceKind,
  resourcesOfKind,
} from '#model';
import { deriveNetwork } from '#network';
import type { Finding } from '#rules';
import { toneOf } from '#ui';
import { addTo } from '../add-to.ts';
import { otherNamesOf } from '../left/other-names.ts';
import { placesNear } from '../left/places-near.ts';
import { entriesFor, type MenuEntry } from '../resource-menu/entries.ts';

/** The palette itself, and what only a key is for. */
const hidden = new Set(['commands', 'leave']);

/** What a resource offers and a command does as well. */
const saidByCommands = new Set(['remove', 'duplicate', 'copy', 'paste', 'note', 'rename']);

/** Signs of commands that have one of their own. */
const icons: Readonly<Record<string, string>> = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  duplicate: 'duplicate',
  rename: 'pen',
  'rename-design': 'pen',
  'select-all': 'everything',
  connect: 'connect',
  'add-note': 'note',
  add: 'plus',
  'add-inside': 'plus',
  move: 'arrow',
  inspect: 'info',
  remove: 'close',
  'hand-tool': 'hand',
  'fix-all': 'fix',
  open: 'open',
  new: 'blank',
  planner: 'questions',
  start: 'arrow',
  export: 'export',
  'export-json': 'export',
  print: 'export',
  'select-tool': 'cursor',
  scheme: 'moon',
  outline: 'outline',
  'search-kinds': 'search',
  shortcuts: 'info',
};

/** Signs of all others, by the group of the command. */
const groupIcons: Readonly<Record<string, string>> = {
  Select: 'cursor',
  Arrange: 'grid',
  Screen: 'eye',
};

/** The sign of a command, where there is one: those of lines and distances are drawn under its name. */
function signed(id: string, group = ''): Pick<MenuEntry, 'icon'> {
  const icon = icons[id] ?? (/^(align|distribute)-/u.test(id) ? id : groupIcons[group]);
  return icon === undefined ? {} : { icon };
}

/** What people look for by words that the title has not. */
const otherNames: Readonly<Record<string, string>> = {
  planner: 'compare plans, choose an architecture',
  open: 'import, ARM, Terraform',
  export: 'download, picture, checklist',
  'export-json': 'export, Isoplan design, JSON',
  scheme: 'theme',
  arrange: 'layout',
  'resize-wider': 'resize, larger, grow',
  'resize-narrower': 'resize, smaller, shrink',
  'resize-taller': 'resize, larger, grow, higher',
  'resize-lower': 'resize, smaller, shrink, lower',
};

/** What cannot be done now comes last. */
const doableFirst = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.toSorted((one, other) => Number(one.isDisabled ?? false) - Number(other.isDisabled ?? false));

/** Undo and redo by what they would touch, as the top bar names them; nothing for other commands. */
const historyOf = ({ store }: CommandContext, id: string): Partial<MenuEntry> => {
  const { pastStates, futureStates } = store.temporal.getState();
  if (id === 'undo')
    return pastStates.length === 0 ? { isDisabled: true } : { title: `Undo ${store.getState().lastEdit}` };
  if (id === 'redo')
    return futureStates.length === 0
      ? { isDisabled: true }
      : { title: `Redo ${futureStates.at(-1)?.lastEdit ?? ''}` };
  return {};
};

function commandEntries(context: CommandContext): readonly MenuEntry[] {
  // The dialog itself counts as closed: a command is asked as it will run.
  const state = { ...context.store.getState(), dialog: undefined };
  return commandGroups
    .flatMap(({ title, commands }) => commands.map((command) => ({ command, group: title })))
    .filter(({ command: { id } }) => !hidden.has(id))
    .map(({ command, group }) => {
      const obstacle = command.obstacle?.(state);
      return {
        id: `command ${command.id}`,
        title: command.title,
        ...signed(command.id, group),
        otherNames: otherNames[command.id] ?? '',
        ...(obstacle === undefined ? {} : { detail: obstacle }),
        ...(command.shortcut === undefined ? {} : { shortcut: command.shortcut }),
        isDisabled: !(command.isEnabled?.(state) ?? true),
        // A step is for a key: who writes means to where.
        isBroad: command.id === 'fix-all' || command.id.startsWith('nudge-'),
        run: () => void command.run(context),
        ...historyOf(context, command.id),
      };
    });
}

/** Where each subnet lies among addresses, and how many it has left. */
function roomsIn(design: Design): ReadonlyMap<ResourceId, Pick<MenuEntry, 'detail'>> {
  const network = deriveNetwork(design);
  return new Map(
    resourcesOfKind(design, 'subnet').map(({ id, addressPrefixes }) => {
      const { capacity, used, isSizedByAzure } = network.addressing(id);
      const free = isSizedByAzure ? [] : [`${Math.max(0, capacity - used)} of ${capacity} addresses free`];
      return [id, { detail: [...addressPrefixes, ...free].join(', ') }];
    }),
  );
}

const additions = (context: CommandContext): readonly MenuEntry[] => {
  const { design, selection } = context.store.getState();
  // Once for all kinds, which have many places in common.
  const rooms = roomsIn(design);
  return (Object.keys(kinds) as ResourceKind[]).map((kind) => {
    const places = placesNear(kind, design, selection);
    const [first] = places;
    const entry = {
      id: `add ${kind}`,
      title: `Add: ${kinds[kind].title}`,
      otherNames: otherNamesOf(kind),
      kind,
    };
    if (!first) return { ...entry, isDisabled: true, detail: 'there is no place for it yet' };
    if (places.length === 1) return { ...entry, run: () => addTo(context, kind, first) };
    return {
      ...entry,
      page: places.map((place) => {
        const container = findResource(design, place.parent);
        return {
          id: `${place.parent ?? ''} ${place.newSubnetName ?? ''}`,
          title: place.title,
          ...(container ? { kind: container.kind, ...rooms.get(container.id) } : {}),
          run: () => addTo(context, kind, place),
        };
      }),
    };
  });
};

const exports = (context: CommandContext): readonly MenuEntry[] => {
  const { design } = context.store.getState();
  // A design is saved by a command that has a key.
  const formats = exportFormatIds.filter((format) => format !== 'json');
  return formats.map((format) => {
    const lack = lackFor(format, design);
    return {
      id: `export ${format}`,
      title: `Export: ${formatFacts(format).title}`,
      icon: 'export',
      isDisabled: design.resources.length === 0 || lack !== undefined,
      ...(lack === undefined ? {} : { detail: lack.replace(/^T/, 't') }),
      run: () => void exportNow(context, format),
    };
  });
};

/** Designs to start from: a part of the program that is not always there yet. */
export interface Collection {
  readonly blueprints: readonly Blueprint[];
  readonly exercises: readonly Exercise[];
}

/** Opens another design; the one before is kept, and there is a way back to it. */
async function leaveFor(context: CommandContext, go: () => unknown): Promise<void> {
  const { designKey, design, screen } = context.store.getState();
  await go();
  const { design: opened, notice, recentDesigns, setView } = context.store.getState();
  if (screen !== 'workspace' || design.resources.length === 0 || notice || opened === design) return;
  // One that has not been written yet may never be.
  const isKept = recentDesigns.some(({ key }) => key === designKey);
  const back = () => void openRecent(context, designKey);
  setView({
    notice: {
      tone: 'note',
      title: `Opened ${opened.name}`,
      text: isKept ? `${design.name} is kept in this browser.` : `${design.name} was open before.`,
      actions: [{ label: 'Back to it', run: back }],
    },
  });
}

const designs = (context: CommandContext, { blueprints, exercises }: Collection): readonly MenuEntry[] =>
  [
    ...context.store.getState().recentDesigns.map(({ key, name }) => ({
      id: `recent ${key}`,
      title: `Open ${name}`,
      detail: 'recent design',
      icon: 'history',
      run: () => openRecent(context, key),
    })),
    ...blueprints.map(({ id, title, build }) => ({
      id: `blueprint ${id}`,
      title: `Open ${title}`,
      detail: 'architecture',
      icon: 'grid',
      run: () => openBlueprint(context, build()),
    })),
    ...exercises.map(({ id, title, blueprint, build }) => ({
      id: `exercise ${id}`,
      title: `Open exercise: ${title}`,
      icon: 'questions',
      run: () => openDamaged(context, build(), blueprint.build()),
    })),
  ].map(({ run, ...entry }) => ({ ...entry, isLeaving: true, run: () => void leaveFor(context, run) }));

/** Every fix that is offered, with what it settles. */
const fixes = (context: CommandContext): readonly MenuEntry[] =>
  context.store.getState().result.findings.flatMap((finding) =>
    finding.accepted
      ? []
      : finding.fixes.map(({ title }, offer) => ({
          id: `fix ${finding.fingerprint} ${offer}`,
          title: `Fix: ${title}`,
          detail: finding.text,
          tone: toneOf(finding),
          run: () => void fixFinding(context, finding, offer),
        })),
  );

const resources = ({ store }: CommandContext): readonly MenuEntry[] =>
  store.getState().design.resources.map(({ id, name, kind }) => ({
    id: `resource ${id}`,
    title: `Go to ${placeName({ kind, name })}`,
    detail: kinds[kind].title,
    kind,
    run: () => {
      const { jumpTo, look } = store.getState();
      jumpTo(id);
      look('names');
    },
  }));

export { found } from './found.ts';

/** Everything that can be done now; what answers nothing typed comes first. */
export interface PaletteEntries {
  /** Shown before anything is typed. */
  readonly usual: readonly MenuEntry[];
  readonly others: readonly MenuEntry[];
}

export function paletteEntries(
  context: CommandContext,
  findings: readonly Finding[],
  collection: Collection,
): PaletteEntries {
  const { screen, design, selection } = context.store.getState();
  if (screen !== 'workspace') {
    const doable = commandEntries(context).filter(({ isDisabled }) => !isDisabled);
    return { usual: [...doable, ...designs(context, collection)], others: [] };
  }
  const selected = findResource(design, selection);
  const own = selected
    ? entriesFor(context, selected, findings, { inspect: () => context.browser.focus('inspector') })
        // Their commands say the same.
        .filter(({ id }) => !saidByCommands.has(id))
        .map(({ title, ...entry }) => ({
          ...signed(entry.id),
          ...entry,
          id: `selection ${entry.id}`,
          // What the selection is led to comes last.
          ...(title.endsWith(' to')
            ? { title: title.replace(/to$/, `${selected.name} to`) }
            : { title, detail: selected.name }),
        }))
    : [];
  // What a page would ask for is found by its own name, too.
  const joints = own.find(({ id }) => id === 'selection connect')?.page ?? [];
  return {
    usual: [...own, ...doableFirst(commandEntries(context))],
    others: [
      ...joints.map((joint) => ({ ...joint, id: `joint ${joint.id}` })),
      ...fixes(context),
      ...resources(context),
      ...additions(context),
      ...exports(context),
      ...designs(context, collection),
    ],
  };
}
