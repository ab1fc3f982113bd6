import { nameStemOf } from '#commands';
import { kinds, type ResourceKind } from '#model';

/** What people call them beside Azure's words and their beginnings. */
const alsoCalled: Partial<Record<ResourceKind, string>> = {
  'route-table': 'udr',
  'virtual-machine': 'jump box',
  'ai-services': 'openai',
};

/** Short and common names of a kind, each a word: what names of such things begin with, and first letters. */
export function otherNamesOf(kind: ResourceKind): string {
  const letters =
    kinds[kind].title
      .toLowerCase()
      .match(/\b[a-z]/g)
      ?.join('') ?? '';
  return `${nameStemOf(kind)} ${letters} a${letters} ${alsoCalled[kind] ?? ''}`.trim();
}
