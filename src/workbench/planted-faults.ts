/** One change that makes the engine wrong. */
interface PlantedFault {
  readonly title: string;
  /** In the room `network`. */
  readonly file: string;
  /** What stands there exactly once, and what is put in its place. */
  readonly text: string;
  readonly fault: string;
}

export const faults: readonly PlantedFault[] = [
  {
    title: 'a prefix holds one address too many',
    file: 'cidr.ts',
    text: 'last: first + size - 1, length',
    fault: 'last: first + size, length',
  },
  {
    title: 'a prefix is free where what takes a part of it begins later',
    file: 'cidr.ts',
    text: 'if (one.first > candidate.last) break;',
    fault: 'if (one.first > candidate.first) break;',
  },
  {
    title: 'security rules are met from the highest priority number down',
    file: 'security-rules.ts',
    text: '.toSorted((one, other) => one.priority - other.priority)',
    fault: '.toSorted((one, other) => other.priority - one.priority)',
  },
  {
    title: 'a security rule holds packets of any protocol',
    file: 'security-rules.ts',
    text: "if (!matchProtocol(rule.protocol, packet.protocol)) return 'no';",
    fault: '',
  },
  {
    title: 'the tag Internet holds private addresses',
    file: 'tags.ts',
    text: "if (tag === 'internet') return target.isPrivate ? 'no' : 'yes';",
    fault: "if (tag === 'internet') return 'yes';",
  },
  {
    title: 'the shortest prefix wins',
    file: 'sorted-routes.ts',
    text: '.toSorted((one, other) => other.prefix.length - one.prefix.length)',
    fault: '.toSorted((one, other) => one.prefix.length - other.prefix.length)',
  },
  {
    title: 'a user route yields to a system route of the same prefix',
    file: 'routes.ts',
    text: "if (origin === 'user') return 1;",
    fault: "if (origin === 'user') return 9;",
  },
  {
    title: 'rule collections are met from the highest priority number down',
    file: 'firewall-rules.ts',
    text: 'items.toSorted((one, other) => one.priority - other.priority)',
    fault: 'items.toSorted((one, other) => other.priority - one.priority)',
  },
  {
    title: 'a wildcard holds the bare domain too',
    file: 'host-patterns.ts',
    text: 'wanted.length > rule.length - 1 && wanted.endsWith(rule.slice(1))',
    fault: "('.' + wanted).endsWith(rule.slice(1))",
  },
  {
    title: 'a peering is up when only its own half is connected',
    file: 'peerings.ts',
    text: '(otherHalf ? faultOf(otherHalf) : undefined) ??',
    fault: '',
  },
  {
    title: 'forwarded traffic passes every peering',
    file: 'leg.ts',
    text: 'else if (link.otherHalf.allowForwardedTraffic !== true)',
    fault: 'else if (link.otherHalf.allowForwardedTraffic === undefined && link.isUp === false)',
  },
  {
    title: 'the shortest suffix of a conditional forwarder wins',
    file: 'dns-servers.ts',
    text: '.toSorted((one, other) => other.domainName.length - one.domainName.length)',
    fault: '.toSorted((one, other) => one.domainName.length - other.domainName.length)',
  },
  {
    title: 'a firewall answers names whether or not its DNS proxy is on',
    file: 'firewall-dns.ts',
    text: 'enableProxy: settings?.enableProxy === true && !isBasic,',
    fault: 'enableProxy: !isBasic,',
  },
  {
    title: 'the fallback of a link is never taken',
    file: 'zone-answers.ts',
    text: "link.resolutionPolicy === 'NxDomainRedirect' && isPrivateLinkZone(zone)",
    fault: 'false',
  },
  {
    title: 'an endpoint that is not approved lets packets pass',
    file: 'arrival.ts',
    text: "if (status !== 'Approved') {",
    fault: "if (status === 'Rejected') {",
  },
  {
    title: 'a service with public access disabled answers at its public address',
    file: 'service-access.ts',
    text: "if (access === 'Disabled') return deny(",
    fault: "if (access === 'Nothing') return deny(",
  },
  {
    title: 'a packet to a service goes to one of its addresses only',
    file: 'whole-service.ts',
    text: 'if (named.length + further.length < 2) return nothing;',
    fault: 'if (named.length >= 0) return nothing;',
  },
];
