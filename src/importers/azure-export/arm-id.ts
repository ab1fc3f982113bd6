import type { ResourceId } from '#model';

/** An Azure resource id, taken apart. */
export interface ArmId {
  /** As found in the source. */
  readonly spelled: string;
  /** Well-formed and lower-cased: what references are matched by. */
  readonly key: string;
  /** Lower-cased ARM resource type, e.g. `microsoft.network/virtualnetworks/subnets`. */
  readonly type: string;
  /** One for each level of the type, spelled as found. */
  readonly names: readonly string[];
  /** Path before `/providers/`, spelled as found. */
  readonly scope: string;
}

/** Takes an id apart; `undefined` where it does not alternate between types and names. */
export function parseArmId(spelled: string): ArmId | undefined {
  const { scope, namespace, rest } = split(spelled);
  if (namespace === '' || rest.length < 2 || rest.length % 2 === 1) return undefined;
  const names: string[] = [];
  let type = namespace;
  for (const [at, step] of rest.entries())
    if (at % 2 === 0) type += `/${step}`;
    else names.push(step);
  const key = `${scope}/providers/${namespace}/${rest.join('/')}`.toLowerCase();
  return { spelled, key, type: type.toLowerCase(), names, scope };
}

/** Puts an id together from its scope, type and names; `spelled` keeps the source's form. */
export function armIdOf(scope: string, type: string, names: readonly string[], spelled?: string): ArmId {
  const [namespace = '', ...types] = type.split('/');
  const path = types.flatMap((step, at) => [step, names[at] ?? '']);
  const whole = `${scope}/providers/${[namespace, ...path].join('/')}`;
  return { spelled: spelled ?? whole, key: whole.toLowerCase(), type: type.toLowerCase(), names, scope };
}

/** Reads an id that leaves out words of its type, as some exporters write them. */
export function repairArmId(spelled: string, type: string): ArmId | undefined {
  const { scope, rest } = split(spelled);
  const [, ...types] = type.toLowerCase().split('/');
  const words = [...types];
  const names = rest.filter((step) => {
    const at = words.indexOf(step.toLowerCase());
    if (at >= 0) words.splice(at, 1);
    return at < 0;
  });
  return names.length === types.length && names.length > 0 ? armIdOf(scope, type, names, spelled) : undefined;
}

/** The id of the resource that a child belongs to, or `undefined` for one of the first level. */
export function parentOf(id: ArmId): ArmId | undefined {
  if (id.names.length < 2) return undefined;
  const parent = armIdOf(id.scope, id.type.slice(0, id.type.lastIndexOf('/')), id.names.slice(0, -1));
  const name = id.spelled.lastIndexOf('/');
  const spelled = id.spelled.slice(0, id.spelled.lastIndexOf('/', name - 1));
  return spelled.toLowerCase() === parent.key ? { ...parent, spelled } : parent;
}

export const nameOf = (id: ArmId): string => id.names.at(-1) ?? '';

export const resourceGroupOf = (id: ArmId): string | undefined =>
  /\/resourcegroups\/([^/]+)/i.exec(id.scope)?.[1];

function split(spelled: string) {
  const steps = spelled.split('/').filter((step) => step.trim() !== '');
  const at = steps.findLastIndex((step) => step.length === 9 && step.toLowerCase() === 'providers');
  if (at < 0) return { scope: '', namespace: '', rest: [] };
  const scope = at === 0 ? '' : `/${steps.slice(0, at).join('/')}`;
  return { scope, namespace: steps[at + 1] ?? '', rest: steps.slice(at + 2) };
}

/** An opaque id that the same text always gets: 64 bits of a multiplicative hash, as hexadecimal. */
export function stableId(text: string): ResourceId {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
  return `a${hex(high)}${hex(low)}` as ResourceId;
}
