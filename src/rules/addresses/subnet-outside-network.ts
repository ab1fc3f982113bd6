import { edits, findOfKind, flatMapped } from '#model';
import { nextFreePrefix, parseLoosePrefix, prefixContains } from '#network';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { moveSubnets } from './move-subnets.ts';

export const subnetOutsideNetwork = defineRule({
  id: 'subnet-outside-network',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Subnet lies outside its virtual network',
  holds: 'The prefix of the subnet lies inside its virtual network',
  remedy: 'Choose a prefix inside the address space, or add one to the virtual network.',
  messages: {
    outside: (f: { subnet: string; prefix: string; network: string; space: string }) =>
      `${f.subnet} is ${f.prefix}, outside ${f.network} (${f.space})`,
  },

  *check({ design }) {
    const subnets = shownOfKind(design, 'subnet');
    for (const subnet of subnets) {
      const network = findOfKind(design, subnet.parent, 'virtual-network');
      if (!network || !isShown(network) || network.addressPrefixes.length === 0) continue;
      const valid = subnet.addressPrefixes.filter((prefix) => parseLoosePrefix(prefix) !== undefined);
      const outside = valid.find(
        (prefix) => !network.addressPrefixes.some((space) => prefixContains(space, prefix)),
      );
      if (valid.length === 0) continue;
      if (outside === undefined) {
        yield passed(subnet.id, `${valid.join(', ')} in ${network.addressPrefixes.join(', ')}`);
        continue;
      }
      const siblings = subnets.filter((one) => one.parent === network.id);
      const isSpaceMoved =
        siblings.length > 1 &&
        siblings.every(({ addressPrefixes }) =>
          addressPrefixes.every(
            (prefix) =>
              parseLoosePrefix(prefix) &&
              !network.addressPrefixes.some((space) => prefixContains(space, prefix)),
          ),
        );
      const taken = siblings.filter((one) => one.id !== subnet.id);
      const length = parseLoosePrefix(outside)?.length ?? 29;
      const free = nextFreePrefix(
        network.addressPrefixes,
        flatMapped(taken, (one) => one.addressPrefixes),
        length,
      );
      yield {
        at: [subnet.id, network.id],
        message: 'outside',
        facts: {
          subnet: labelOf(design, subnet.id),
          prefix: outside,
          network: network.name,
          space: listed(network.addressPrefixes),
        },
        evidence: `Address space: ${network.addressPrefixes.join(', ')}`,
        // Where every subnet lies outside it is the space that has moved.
        fix: isSpaceMoved
          ? moveSubnets(design, network, siblings)
          : free !== undefined && subnet.addressPrefixes.length === 1
            ? {
                title: `Make it ${free}`,
                changes: [`Change the prefix of ${subnet.name} from ${outside} to ${free}`],
                apply: (before) =>
                  edits.updateResource(before, subnet.id, 'subnet', { addressPrefixes: [free] }),
              }
            : undefined,
      };
    }
  },
});
