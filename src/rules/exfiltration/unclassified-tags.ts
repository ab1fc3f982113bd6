import { requiredTags } from '#catalog';
import { flatMapped } from '#model';
import type { PacketQuery } from '#network';
import { type RuleContext, ruleQuestion } from '../context.ts';

/** Of the platform and of networks, not of services, and other spellings of what is required. */
const ofNoService: ReadonlySet<string> = new Set([
  'frontdoor.firstparty',
  'frontdoor.frontend',
  'keyvault',
  'internet',
  'virtualnetwork',
  'azureloadbalancer',
  'azurecloud',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
]);

/** Packets that rules let out to tags, one each of those that many rules let out. */
const taggedPackets = ruleQuestion(({ network }, _: 'all') => {
  const packets = flatMapped(network.outlets(), ({ places, protocols, ports }) => {
    const protocol = protocols.every((one) => /^udp$/i.test(one)) ? ('Udp' as const) : ('Tcp' as const);
    const port = Number.parseInt(ports[0] ?? '', 10) || 443;
    const tags = places.filter((place) => /^[a-z][a-z\d]*(\.[a-z\d]+)?$/i.test(place));
    return tags.map((serviceTag) => ({ to: { serviceTag }, protocol, port }));
  });
  const textOf = ({ to, protocol, port }: (typeof packets)[number]) => `${to.serviceTag} ${protocol} ${port}`;
  return [...new Map(packets.map((packet) => [textOf(packet), packet])).values()];
});

type TaggedPacket = Pick<PacketQuery, 'protocol' | 'port'> & { readonly to: { readonly serviceTag: string } };

/** Packets to tags of which no page says whether anybody may have a place of their own behind them. */
export function unclassifiedPackets(
  context: RuleContext,
  known: ReadonlySet<string>,
): readonly TaggedPacket[] {
  const isKnown = (tag: string) => requiredTags.has(tag) || ofNoService.has(tag) || known.has(tag);
  return taggedPackets(context, 'all').filter(({ to }) => {
    const whole = to.serviceTag.toLowerCase();
    // Narrowed to a region a tag is that of the whole; some have a dot of their own.
    return ![whole, ...whole.split('.', 1)].some(isKnown);
  });
}

/** The tags of those packets that something can send. */
export function tagsReachedFrom(
  { network }: RuleContext,
  { from, fromSubnet }: PacketQuery,
  packets: readonly TaggedPacket[],
): readonly string[] {
  const sender = fromSubnet === undefined ? { from } : { from, fromSubnet };
  const reached = packets.filter(
    (packet) => network.fateOf({ ...sender, ...packet }).verdict === 'delivered',
  );
  return [...new Set(reached.map(({ to }) => to.serviceTag))].sort();
}
