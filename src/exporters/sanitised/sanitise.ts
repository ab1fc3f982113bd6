import { fixedSubnetOf } from '#catalog';
import type { Design, Note, Resource } from '#model';
import { compactRegion } from '#network';
import { check } from '#rules';
import { writeDesign } from '../json/write-design.ts';
import { sha256 } from '../svg/sha-256.ts';
import { addressMap } from './address-map.ts';
import { addressKeys, azureWords } from './azure-words.ts';
import { knownLabels } from './known-labels.ts';
import { type Substitutes, substitutes } from './substitutes.ts';

export interface Sanitised {
  readonly design: Design;
  /** Substitute to original: what gives the design back. */
  readonly replaced: Readonly<Record<string, string>>;
}

/** How one text of the design is replaced, given the property it stands in. */
type Replace = (text: string, key: string, stem: string) => string;

/**
 * The same design under other names, addresses, ids and regions: it is judged the same and says nothing of whose it is.
 * What Azure gives meaning to stays. The replacement depends on the whole design, so that it cannot be guessed.
 */
export function sanitise(design: Design, today: string): Sanitised {
  const texts = new Set(textsIn(design));
  const words = substitutes((text) => texts.has(text), String(design.resources.length).length);
  const replace = replacer(design, words);
  inOrderOfNames(design, replace);
  const resources = design.resources.map((resource) => resourceOf(resource, replace));
  const idOf = (id: string) => replace(id, 'id', 'id');
  // Free words may hold any name: the whole of them is replaced.
  const noteOf = (note: Note): Note => ({
    ...note,
    id: idOf(note.id) as Note['id'],
    text: words.of(note.text, 'note-'),
    ...(note.attachedTo === undefined ? {} : { attachedTo: idOf(note.attachedTo) as Note['id'] }),
  });
  const sanitised: Design = {
    ...design,
    name: replace(design.name, 'name', 'design-'),
    resources,
    layout: Object.fromEntries(Object.entries(design.layout).map(([id, box]) => [idOf(id), box])),
    expectations: design.expectations.map(
      (one) => walk(one, '', 'name-', replace) as Design['expectations'][number],
    ),
    accepted: [],
    ...(design.notes ? { notes: design.notes.map(noteOf) } : {}),
  };
  return {
    design: { ...sanitised, accepted: acceptedIn(design, sanitised, today, { words, replace }) },
    replaced: words.replaced(),
  };
}

/** Where a rule names the first of several, by name or by id, it is to name the same one. */
function inOrderOfNames({ resources }: Design, replace: Replace): void {
  const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const sorted = [...resources].sort((a, b) => byText(a.name.toLowerCase(), b.name.toLowerCase()));
  for (const { kind, name } of sorted) replace(name, 'name', stemOf(kind));
  for (const id of resources.map((one) => one.id).sort(byText)) replace(id, 'id', 'id');
}

const stemOf = (kind: Resource['kind']): string => (kind === 'region' ? 'region' : `${kind}-`);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
};

const resourceOf = (resource: Resource, replace: Replace): Resource =>
  walk(resource, '', stemOf(resource.kind), replace) as Resource;

/** Names of a resource's parts are called after what they are part of. */
function walk(value: unknown, key: string, stem: string, replace: Replace): unknown {
  if (typeof value === 'string') return replace(value, key, stem);
  if (Array.isArray(value)) return value.map((item) => walk(item, key, key === '' ? stem : 'name-', replace));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, item]) => {
    if (name === 'tags') return [name, tagsOf(item, replace)];
    return [name, walk(item, name, stem, replace)];
  });
  return Object.fromEntries(entries);
}

const tagsOf = (tags: unknown, replace: Replace): unknown =>
  Object.fromEntries(
    Object.entries(tags as Record<string, string>).map(([key, value]) => [
      replace(key, 'tag', 'tag-'),
      replace(value, 'tag', 'tag-'),
    ]),
  );

function replacer(design: Design, words: Substitutes): Replace {
  const ids = new Set<string>(design.resources.map(({ id }) => id));
  const regions = new Set(
    design.resources.flatMap(({ kind, name }) => (kind === 'region' ? [compactRegion(name)] : [])),
  );
  const isRegion = (text: string) => regions.has(compactRegion(text));
  const address = addressMap(sha256(writeDesign(design)), blocksOf(design));
  const idWords = new Map<string, string>();

  const idOf = (id: string): string => {
    const known = idWords.get(id) ?? words.of(`id ${id}`, 'resource-id-');
    idWords.set(id, known);
    return words.note(id, known);
  };
  const region = (text: string) => words.of(text, 'region');
  const name = (text: string, stem: string): string =>
    text === '' || fixedSubnetOf(text) || knownLabels.has(text.toLowerCase()) ? text : words.of(text, stem);
  const domain = (text: string): string =>
    words.note(
      text,
      text
        .split('.')
        .map((label) =>
          label === '*' || label === '' ? label : isRegion(label) ? region(label) : name(label, 'name-'),
        )
        .join('.'),
    );
  const azureId = (text: string): string => {
    let isType = true;
    const parts = text.split('/').map((part, at, all) => {
      const before = (all[at - 1] ?? '').toLowerCase();
      if (part === '' || part === '*') return part;
      if (before === 'subscriptions') return words.of(part, '00000000-0000-0000-0000-');
      if (before === 'resourcegroups') return words.of(part, 'resource-group-');
      if (/^(subscriptions|resourceGroups|providers)$/i.test(part)) {
        isType = part.toLowerCase() === 'providers';
        return part;
      }
      if (before === 'providers') {
        isType = true;
        return part;
      }
      const kept = isType;
      isType = !isType;
      return kept ? part : part.includes('.') ? domain(part) : name(part, 'name-');
    });
    return words.note(text, parts.join('/'));
  };
  const tag = (text: string): string =>
    words.note(
      text,
      text
        .split('.')
        .map((part, at) => (at > 0 && isRegion(part) ? region(part) : part))
        .join('.'),
    );

  return (text, key, stem) => {
    if (text === '' || azureWords.has(key)) return text;
    if (key === 'id' || (!peopleKeys.has(key) && ids.has(text))) return idOf(text);
    if (/^\/subscriptions\//i.test(text)) return azureId(text);
    const moved = address(text);
    if (moved !== undefined) return words.note(text, moved);
    if (addressKeys.has(key)) return text.includes(':') ? name(text, 'address-') : tag(text);
    if (isRegion(text)) return region(text);
    if (/^\/services\//i.test(text) || text === '*') return text;
    if (key === 'destination' && /^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/.test(text)) return tag(text);
    return text.includes('.') && !/[\s/]/.test(text) ? domain(text) : name(text, stem);
  };
}

/** Properties that hold words of people, never ids. */
const peopleKeys: ReadonlySet<string> = new Set(['name', 'imageBuildCompute', 'tag', 'reason', 'owner']);

/** Prefixes that move as a whole: subnets, sites, ranges, and networks in which nothing lies. */
const blocksOf = ({ resources }: Design): readonly string[] =>
  resources.flatMap((resource) => {
    if (resource.kind === 'subnet' || resource.kind === 'on-premises-network')
      return resource.addressPrefixes;
    if (resource.kind === 'virtual-network') return [];
    return textsIn(resource).filter((text) => /^[\d.]+\s*-\s*[\d.]+$/.test(text));
  });

/** Fingerprints are of names and addresses too: each is found again at the finding that stands in its place. */
function acceptedIn(
  design: Design,
  sanitised: Design,
  today: string,
  { words, replace }: { readonly words: Substitutes; readonly replace: Replace },
): Design['accepted'] {
  if (design.accepted.length === 0) return [];
  const keyOf = (rule: string, verdict: string, at: readonly string[]) =>
    [rule, verdict, ...[...at].sort()].join(' ');
  const places = new Map<string, string[]>();
  for (const { rule, verdict, at, fingerprint } of check(sanitised, { today }).findings) {
    const key = keyOf(rule, verdict, at);
    places.set(key, [...(places.get(key) ?? []), fingerprint]);
  }
  const counterpart = new Map<string, string>();
  for (const { rule, verdict, at, fingerprint } of check(design, { today }).findings) {
    const found = places
      .get(
        keyOf(
          rule,
          verdict,
          at.map((id) => replace(id, 'id', 'id')),
        ),
      )
      ?.shift();
    if (found !== undefined) counterpart.set(fingerprint, found);
  }
  return design.accepted.map((one) => ({
    ...one,
    fingerprint: words.note(one.fingerprint, counterpart.get(one.fingerprint) ?? one.fingerprint),
    reason: replace(one.reason, 'reason', 'reason-'),
    owner: replace(one.owner, 'owner', 'owner-'),
  }));
}
