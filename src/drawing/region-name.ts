import type { Resource } from '#model';

const words =
  /southeast|northeast|northwest|southwest|north|south|east|west|central|europe|asia|us|uk|france|germany|norway|sweden|switzerland|japan|korea|australia|canada|brazil|india|indonesia|malaysia|uae|qatar|poland|italy|israel|spain|mexico|chile|china|africa|new|zealand|austria|belgium|denmark|gov|dod|jio|virginia|texas|arizona|iowa|\d/g;

const acronyms: ReadonlySet<string> = new Set(['us', 'uk', 'uae']);

/** Azure's location name as people write it: `westeurope` becomes `West Europe`. Other names stay as they are. */
export function regionName(name: string): string {
  const parts = name.match(words) ?? [];
  if (parts.join('') !== name) return name;
  const spelled = parts.map((part) =>
    acronyms.has(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1),
  );
  return spelled.join(' ');
}

/** What a place is called on the drawing. */
export const placeName = ({ kind, name }: Pick<Resource, 'kind' | 'name'>): string =>
  kind === 'region' ? regionName(name) : name;
