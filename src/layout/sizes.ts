import type { Design, ResourceKind } from '#model';
import type { Thing } from './drawn.ts';
import { documentFact } from './facts.ts';
import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { textWidth } from './text-width.ts';

/** Kinds whose fact is an address. */
const addressed: ReadonlySet<ResourceKind> = new Set([
  'azure-firewall',
  'dns-resolver-endpoint',
  'dns-server',
  'network-virtual-appliance',
  'virtual-machine',
  'bastion',
  'network-interface',
  'application-gateway',
]);
const addressWidth = Math.ceil(textWidth('10.100.100.100', fonts.smallAddress));
/** An endpoint has several addresses, as a rule in a row. */
const rangeWidth = Math.ceil(textWidth('10.100.10.10 – .14', fonts.smallAddress));

const widthForAddresses = (kind: ResourceKind): number =>
  kind === 'private-endpoint' ? rangeWidth : addressed.has(kind) ? addressWidth : 0;

/** Width that a node needs for its name and fact, within the limits of the visual language. */
export function nodeWidth(design: Design, thing: Thing): number {
  const { minimum, maximum, left, tile, gap, right } = measures.node;
  const fact = thing.resource
    ? documentFact(design, thing.resource)
    : ((thing.ghost ?? thing.derived)?.fact ?? '');
  const text = Math.max(
    textWidth(thing.name, fonts.resourceName),
    textWidth(fact, fonts.fact),
    thing.derived ? 0 : widthForAddresses(thing.kind),
  );
  return Math.min(maximum, Math.max(minimum, Math.ceil((left + tile + gap + text + right) / 2) * 2));
}

/** The width that all of several nodes share. */
export const sharedWidth = (design: Design, things: readonly Thing[]): number =>
  Math.max(measures.node.minimum, ...things.map((thing) => nodeWidth(design, thing)));
