import { requiredTags } from '#catalog';
import { flatMapped, type ResourceId } from '#model';
import type { RuleContext } from '../rule.ts';

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

/** Tags that something can send to, of which no page says whether anybody may have a place of their own behind them. */
export function unclassifiedTagsFrom(
  { network }: RuleContext,
  from: ResourceId,
  known: ReadonlySet<string>,
): readonly string[] {
  const isKnown = (tag: string) => requiredTags.has(tag) || ofNoService.has(tag) || known.has(tag);
  const reached = flatMapped(network.outlets(), ({ places, protocols, ports }) => {
    const protocol = protocols.every((one) => /^udp$/i.test(one)) ? ('Udp' as const) : ('Tcp' as const);
    const port = Number.parseInt(ports[0] ?? '', 10) || 443;
    return places.filter((tag) => {
      const whole = tag.toLowerCase();
      // Narrowed to a region a tag is that of the whole; some have a dot of their own.
      const isOther = /^[a-z]+(\.[a-z\d]+)?$/.test(whole) && ![whole, ...whole.split('.', 1)].some(isKnown);
      const query = { from, to: { serviceTag: tag }, protocol, port };
      return isOther && network.fateOf(query).verdict === 'delivered';
    });
  });
  return [...new Set(reached)].sort();
}
