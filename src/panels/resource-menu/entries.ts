import {
  type Command,
  type CommandContext,
  connectEndpoint,
  copy,
  duplicate,
  fixFinding,
  homeIn,
  join,
  type LegalPlace,
  legalPlaces,
  moveTo,
  openConnections,
  otherHalfOf,
  paste,
  placesToMove,
  previewFix,
  proposedJoints,
  removeHalf,
  removeSelection,
} from '#commands';
import { placeName } from '#drawing';
import {
  type Design,
  findResource,
  isFullOf,
  kindGroups,
  kinds,
  type Resource,
  type ResourceKind,
  refusalIn,
} from '#model';
import type { Finding } from '#rules';
import { type MarkerTone, toneOf } from '#ui';
import { addTo } from '../add-to.ts';
import { startNoteOn } from './start-note-on.ts';

/** Something that can be done with a resource, or a page of such things. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** Quiet words behind the title. */
  readonly detail?: string;
  /** Further words that it is found by. */
  readonly otherNames?: string;
  readonly kind?: ResourceKind;
  /** Of what is no resource. */
  readonly icon?: string;
  readonly tone?: MarkerTone;
  /** tinykeys syntax. */
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  /** Puts another design in the place of the one on screen: it comes after all that does not. */
  readonly isLeaving?: boolean;
  /** Does to many things what others do to one: it comes after those, unless it is asked for by its first words. */
  readonly isBroad?: boolean;
  /** Set apart from those before it. */
  readonly isApart?: boolean;
  /** What it stands together with, said above the first of them. */
  readonly group?: string;
  readonly page?: readonly MenuEntry[];
  /** A promise where what it does may come later: it has the focus then. */
  run?(): unknown;
}

/** What the place of the menu does by itself. */
export interface MenuHost {
  rename?(): void;
  /** Reads properties and findings in full. */
  inspect?(): void;
  /** Adds a note by other means than writing it on the canvas. */
  annotate?(): void;
}

/** Kinds that may lie in a container, in palette order. */
const kindsFor = (design: Design, container: Resource): readonly ResourceKind[] =>
  (Object.keys(kinds) as ResourceKind[]).filter(
    (kind) => refusalIn(design, kind, container) === undefined && !isFullOf(design, kind, container.id),
  );

/** An entry that opens a page of others; none where there are none. */
export const page = (id: string, title: string, entries: readonly MenuEntry[], more?: Partial<MenuEntry>) =>
  entries.length === 0 ? [] : [{ id, title, page: entries, ...more }];

/** What comes with a subnet of its own in a network, or is attached to a subnet: it lies elsewhere, and is meant for here. */
const placeThrough = (
  design: Design,
  kind: ResourceKind,
  container: Resource,
): Omit<LegalPlace, 'title'> | undefined =>
  homeIn(design, kind, container) ??
  legalPlaces(kind, design).find(({ attachTo }) => attachTo === container.id);

const homeWords = (design: Design, { parent, newSubnetName }: Omit<LegalPlace, 'title'>): string =>
  newSubnetName === undefined ? `in ${findResource(design, parent)?.name}` : `in a new ${newSubnetName}`;

/** So many kinds are found without headings. */
const fewKinds = 12;

/** Many kinds in the groups of the palette. */
const grouped = (entries: readonly (MenuEntry & { readonly kind: ResourceKind })[]): readonly MenuEntry[] =>
  entries.length <= fewKinds
    ? entries
    : kindGroups.flatMap((group) =>
        entries.filter(({ kind }) => kinds[kind].group === group).map((entry) => ({ ...entry, group })),
      );

/** What can be added to a container. */
export const additions = (context: CommandContext, container: Resource): readonly MenuEntry[] => {
  const { design } = context.store.getState();
  const direct = new Set(kindsFor(design, container));
  const isNetwork = container.kind === 'virtual-network' || container.kind === 'subnet';
  const inside = [...direct].map((kind) => ({
    id: kind,
    title: kinds[kind].title,
    kind,
    run: () => addTo(context, kind, { parent: container.id }),
  }));
  const through = (Object.keys(kinds) as ResourceKind[]).flatMap((kind) => {
    if (direct.has(kind) || isFullOf(design, kind, container.id)) return [];
    const { title } = kinds[kind];
    const place = isNetwork ? placeThrough(design, kind, container) : undefined;
    if (!place) return [];
    const detail = place.attachTo === undefined ? homeWords(design, place) : 'attached to it';
    return [{ id: kind, title, kind, detail, run: () => addTo(context, kind, place) }];
  });
  return grouped([...inside, ...through]);
};

const containerName = (design: Design, { parent }: Resource): string => {
  const container = findResource(design, parent);
  return container ? placeName(container) : '';
};

const moves = (context: CommandContext, resource: Resource): readonly MenuEntry[] => {
  const { design } = context.store.getState();
  return placesToMove(design, resource).map((place) => ({
    id: place.id,
    title: placeName(place),
    detail: containerName(design, place),
    kind: place.kind,
    run: () => moveTo(context, resource.id, place.id),
  }));
};

/** What a private endpoint could serve, or what another resource could be joined to. */
const connections = (context: CommandContext, resource: Resource): readonly MenuEntry[] => {
  const { design } = context.store.getState();
  if (resource.kind !== 'private-endpoint')
    return proposedJoints(design, resource).map((joint) => {
      const kind = findResource(design, joint.target)?.kind;
      return {
        id: joint.id,
        title: joint.title,
        ...(kind ? { kind } : {}),
        run: () => join(context, joint),
      };
    });
  return openConnections(design).map((connection) => ({
    id: `${connection.service.id} ${connection.groupId}`,
    title: connection.service.name,
    detail: connection.groupId,
    kind: connection.service.kind,
    run: () => connectEndpoint(context, resource.id, connection),
  }));
};

const findingEntry = (context: CommandContext, finding: Finding, { inspect }: MenuHost): MenuEntry => ({
  id: finding.fingerprint,
  title: finding.text,
  tone: toneOf(finding),
  page: [
    ...finding.fixes.flatMap((fix, at) => [
      { id: `fix ${at}`, title: `Fix: ${fix.title}`, run: () => fixFinding(context, finding, at) },
      {
        id: `preview ${at}`,
        title: `Preview: ${fix.title}`,
        run: () => {
          previewFix(context, finding, at, 'card');
          inspect?.();
        },
      },
    ]),
    {
      id: 'read',
      title: 'Read why, with the evidence',
      run: () => {
        context.store.getState().openFinding(finding.fingerprint);
        inspect?.();
      },
    },
  ],
});

export const commandEntry = (
  context: CommandContext,
  command: Command,
  title = command.title,
): MenuEntry => ({
  id: command.id,
  title,
  ...(command.shortcut === undefined ? {} : { shortcut: command.shortcut }),
  run: () => void command.run(context),
});

/** Removes what is selected, apart from what can be done with it. */
export const removal = (context: CommandContext, name: string): MenuEntry => ({
  ...commandEntry(context, removeSelection, `Remove ${name}`),
  isApart: true,
});

/** Removes a resource; a peering as a whole first, since a half of it alone joins nothing. */
function removals(context: CommandContext, resource: Resource): readonly MenuEntry[] {
  const alone = removal(context, resource.name);
  const { design } = context.store.getState();
  if (resource.kind !== 'virtual-network-peering' || !otherHalfOf(design, resource)) return [alone];
  const half: MenuEntry = {
    id: 'remove half',
    title: `Remove ${resource.name} alone`,
    run: () => removeHalf(context, resource.id),
  };
  return [{ ...alone, title: 'Remove the peering, both halves' }, half];
}

/** Everything that a pointer does with a resource on the canvas, by name. */
export function entriesFor(
  context: CommandContext,
  resource: Resource,
  findings: readonly Finding[],
  host: MenuHost,
): readonly MenuEntry[] {
  const { rename, inspect, annotate } = host;
  // A line lies where its ends are.
  const isLine = resource.kind === 'virtual-network-peering';
  return [
    ...page(
      'findings',
      findings.length === 1 ? '1 finding' : `${findings.length} findings`,
      findings.map((finding) => findingEntry(context, finding, host)),
      findings[0] ? { tone: toneOf(findings[0]) } : {},
    ),
    ...page('add', 'Add inside', additions(context, resource), { shortcut: 'Insert' }),
    ...page('connect', 'Connect to', connections(context, resource)),
    ...(isLine ? [] : page('move', 'Move to', moves(context, resource))),
    ...(inspect ? [{ id: 'inspect', title: 'Edit properties', shortcut: 'Enter', run: inspect }] : []),
    ...(rename ? [{ id: 'rename', title: 'Rename', shortcut: 'F2', run: rename }] : []),
    ...(isLine ? [] : [commandEntry(context, copy)]),
    ...(paste.isEnabled?.(context.store.getState()) ? [commandEntry(context, paste)] : []),
    ...(isLine ? [] : [commandEntry(context, duplicate)]),
    {
      id: 'note',
      title: 'Add a note',
      run: annotate ?? (() => startNoteOn(context, resource.id)),
    },
    ...removals(context, resource),
  ];
}
