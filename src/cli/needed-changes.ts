import { type Design, findResource, type Resource, type ResourceId, type ResourceKind } from '#model';
import { deriveNetwork, type Hop, type Trace } from '#network';
import { applyFix, check } from '#rules';
import type { NamedPacket } from './read-packet.ts';

/** What has to change at one object, so that it no longer stops the packet. */
export interface NeededChange {
  readonly at: Resource;
  /** `Allow TCP 443 to Storage`. */
  readonly title: string;
  /** A rule offers it as a fix, and with it the object no longer stops the packet. */
  readonly isFix: boolean;
}

/** Fixes tried at one object. */
const mostTried = 6;

/** What has to change so that a packet gets through, in the order of its way. */
export function neededChanges(
  design: Design,
  packet: NamedPacket,
  trace: Trace,
  today: string,
): readonly NeededChange[] {
  const blockers = trace.blockers.flatMap((id) => findResource(design, id) ?? []);
  if (blockers.length === 0) return [];
  const { findings } = check(design, { today });
  return blockers.map((at) => {
    const offers = findings
      .filter((finding) => finding.verdict === 'failed' && finding.at.includes(at.id))
      .flatMap(({ fingerprint, fixes }) => fixes.map(({ title }, index) => ({ fingerprint, title, index })))
      .slice(0, mostTried);
    const helpful = offers.find((offer) => helps(design, packet, at.id, offer, today));
    return helpful
      ? { at, title: helpful.title, isFix: true }
      : { at, title: sentenceFor(packet, at, hopOf(trace, at.id)), isFix: false };
  });
}

/** Whether the object no longer stops the packet once the fix is made. */
function helps(
  design: Design,
  { query }: NamedPacket,
  blocker: ResourceId,
  { fingerprint, index }: { readonly fingerprint: string; readonly index: number },
  today: string,
): boolean {
  let made = 0;
  const newId = () => {
    made += 1;
    return `made by a fix ${made}` as ResourceId;
  };
  const fixed = applyFix(design, fingerprint, index, newId, today);
  return fixed !== undefined && !deriveNetwork(fixed).trace(query).blockers.includes(blocker);
}

const hopOf = ({ hops }: Trace, id: ResourceId): Hop | undefined =>
  hops.find((hop) => hop.outcome === 'blocks' && hop.at === id);

interface Words {
  readonly name: string;
  /** `TCP 443 to example.org`. */
  readonly what: string;
  readonly destination: string;
  readonly source: string;
  readonly by: string;
}

const allow = ({ what, name }: Words) => `Allow ${what} in ${name}`;
const answer = ({ name, destination }: Words) => `Let ${name} answer for ${destination}`;
const lead = ({ name, destination }: Words) => `Give ${name} a way to ${destination}`;

const sentences: { readonly [K in ResourceKind]?: (words: Words) => string } = {
  'network-security-group': allow,
  'security-admin-rules': allow,
  'azure-firewall': allow,
  'firewall-policy': allow,
  'service-endpoint-policy': ({ name, destination }) => `Name ${destination} in ${name}`,
  'route-table': ({ name, destination }) => `Let a route of ${name} lead to ${destination}`,
  'virtual-network-peering': ({ name, what }) => `Let peering ${name} carry ${what}`,
  'private-dns-zone': ({ name, source }) => `Let ${name} answer the network of ${source}: link and record`,
  'private-endpoint': ({ name, by }) =>
    by.startsWith('connection') ? `Approve the connection of ${name}` : `Let ${name} write its DNS record`,
  'dns-server': answer,
  'dns-private-resolver': answer,
  'dns-resolver-endpoint': answer,
  'dns-forwarding-ruleset': answer,
  'virtual-network': lead,
  subnet: lead,
  'on-premises-network': lead,
  'nat-gateway': lead,
};

/** A title made from what stopped the packet, where no rule has a fix for it. */
function sentenceFor(
  { kind, source, destination }: NamedPacket,
  { name, kind: blocker }: Resource,
  hop: Hop | undefined,
): string {
  const words: Words = {
    name,
    what: `${kind} to ${destination.label}`,
    destination: destination.label,
    source: source.label,
    by: hop?.by ?? '',
  };
  const sentence = sentences[blocker];
  return sentence?.(words) ?? `Let ${name} accept ${source.label}, or give it a private endpoint in reach`;
}
