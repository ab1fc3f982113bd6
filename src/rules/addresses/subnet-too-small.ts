import { delegatedSubnets, doubtOf, fixedSubnetOf, smallestSubnetPrefixLength } from '#catalog';
import { childrenOf, type Design, edits, enclosing, flatMapped, kinds, resourcesOfKind } from '#model';
import { formatPrefix, nextFreePrefix, parseLoosePrefix, prefixContains, prefixesOverlap } from '#network';
import { type Subnet, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

interface Minimum {
  /** Longest prefix that Azure accepts. */
  readonly length: number;
  readonly who: string;
  readonly doubt?: string | undefined;
}

/** What Azure asks of the subnet, by its name, its delegation or what lies in it. */
function minimumOf(design: Design, subnet: Subnet): Minimum {
  const fixed = fixedSubnetOf(subnet.name);
  if (fixed)
    return {
      length: fixed.minimumPrefixLength,
      who: fixed.name,
      doubt: doubtOf(fixed, 'minimumPrefixLength'),
    };
  const inside = new Set<string>(childrenOf(design, subnet.id).map(({ kind }) => kind));
  const rule = delegatedSubnets.find(
    ({ delegation, kinds: own }) =>
      subnet.delegations?.some((one) => one.toLowerCase() === delegation?.toLowerCase()) ||
      own.some((kind) => inside.has(kind)),
  );
  return rule?.minimumPrefixLength === undefined
    ? { length: smallestSubnetPrefixLength, who: 'any subnet' }
    : {
        length: rule.minimumPrefixLength,
        who: rule.title,
        doubt: doubtOf(rule, 'minimumPrefixLength') ?? doubtOf(rule, 'delegation'),
      };
}

/** A larger prefix around the same place, or the next free one of the network. */
function enlarge(design: Design, subnet: Subnet, length: number): Fix | undefined {
  const network = enclosing(design, subnet.id, 'virtual-network');
  const [old] = subnet.addressPrefixes;
  if (!network || old === undefined || subnet.addressPrefixes.length !== 1) return undefined;
  const others = flatMapped(
    resourcesOfKind(design, 'subnet').filter((one) => one.parent === network.id && one.id !== subnet.id),
    (one) => one.addressPrefixes,
  );
  const around = parseLoosePrefix(old);
  const grown = around && formatPrefix(parseLoosePrefix(`${old.split('/')[0]}/${length}`) ?? around);
  const isFree =
    grown !== undefined &&
    network.addressPrefixes.some((space) => prefixContains(space, grown)) &&
    !others.some((other) => prefixesOverlap(other, grown));
  const prefix = isFree ? grown : nextFreePrefix(network.addressPrefixes, others, length);
  return prefix === undefined
    ? undefined
    : {
        title: `Make it ${prefix}`,
        changes: [`Change the prefix of ${subnet.name} from ${old} to ${prefix}`],
        apply: (before) => edits.updateResource(before, subnet.id, 'subnet', { addressPrefixes: [prefix] }),
      };
}

export const subnetTooSmall = defineRule({
  id: 'subnet-too-small',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Subnet is smaller than Azure accepts',
  holds: 'The subnet is as large as its service requires',
  remedy: 'Give the subnet a prefix of the required length or shorter.',
  messages: {
    tooSmall: (f: { subnet: string; prefix: string; who: string; minimum: number }) =>
      `${f.subnet} is ${f.prefix}: ${f.who} needs /${f.minimum} or larger`,
  },

  *check({ design }) {
    for (const subnet of shownOfKind(design, 'subnet')) {
      const { length, who, doubt } = minimumOf(design, subnet);
      const lengths = flatMapped(subnet.addressPrefixes, (prefix) => parseLoosePrefix(prefix)?.length ?? []);
      const shortest = Math.min(...lengths);
      if (lengths.length === 0) continue;
      const [prefix = ''] = subnet.addressPrefixes;
      if (shortest <= length) yield passed(subnet.id, `${prefix}: /${length} or larger is required`);
      else
        yield {
          at: [
            subnet.id,
            ...childrenOf(design, subnet.id)
              .filter(({ kind }) => kinds[kind].subnetName)
              .map(({ id }) => id)
              .sort(),
          ],
          message: 'tooSmall',
          facts: { subnet: labelOf(design, subnet.id), prefix, who, minimum: length },
          evidence: `Prefix /${shortest}, required /${length}`,
          doubt,
          fix: enlarge(design, subnet, length),
        };
    }
  },
});
