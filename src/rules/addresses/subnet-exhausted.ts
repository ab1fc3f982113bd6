import { subresourceOf } from '#catalog';
import { type Design, edits, enclosing, findOfKind, flatMapped, resourcesOfKind } from '#model';
import { type AddressUse, nextFreePrefix } from '#network';
import { missingComputes, type Subnet, shownOfKind, workspacesWithoutComputes } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

const nearlyFull = 0.8;

const keyOf = ({ label, resource }: AddressUse) => `${label} ${resource ?? ''}`;

/** Whole percent, never rounded up to full. */
const percentOf = (used: number, capacity: number) => Math.min(99, Math.floor((used / capacity) * 100));

/** Fewest addresses that any page or template gives the endpoint of a workspace; the catalogue says why most are counted. */
const fewestOfWorkspace = 2;
const countedOfWorkspace = subresourceOf('workspace', 'amlworkspace')?.addresses ?? fewestOfWorkspace;

/** Addresses of workspace endpoints that pages disagree about. */
const disputedIn = (design: Design, uses: readonly AddressUse[]): number =>
  uses.reduce((sum, { resource, count }) => {
    const target = findOfKind(design, resource, 'private-endpoint')?.target;
    const isDisputed = findOfKind(design, target, 'workspace') !== undefined && count === countedOfWorkspace;
    return isDisputed ? sum + count - fewestOfWorkspace : sum;
  }, 0);

/** The next free prefix of the network that is large enough, where there is one. */
function enlarge(design: Design, subnet: Subnet, used: number): Fix | undefined {
  const network = enclosing(design, subnet.id, 'virtual-network');
  const [old] = subnet.addressPrefixes;
  if (!network || old === undefined || subnet.addressPrefixes.length !== 1) return undefined;
  const length = 32 - Math.ceil(Math.log2(used / nearlyFull + 6));
  const taken = flatMapped(
    resourcesOfKind(design, 'subnet').filter(({ parent, id }) => parent === network.id && id !== subnet.id),
    ({ addressPrefixes }) => addressPrefixes,
  );
  const prefix = nextFreePrefix(network.addressPrefixes, taken, length);
  return prefix === undefined
    ? undefined
    : {
        title: `Make it ${prefix}`,
        changes: [`Change the prefix of ${subnet.name} from ${old} to ${prefix}`],
        apply: (before) => edits.updateResource(before, subnet.id, 'subnet', { addressPrefixes: [prefix] }),
      };
}

export const subnetExhausted = defineRule({
  id: 'subnet-exhausted',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Subnet has too few addresses',
  holds: 'The subnet has addresses for everything in it at its largest size',
  remedy: 'Use a larger prefix, lower the maximum sizes, or move something to another subnet.',
  messages: {
    exhausted: (f: { subnet: string; used: number; capacity: number }) =>
      `${f.subnet} needs ${f.used} addresses but can give ${f.capacity}`,
    nearly: (f: { subnet: string; used: number; capacity: number }) =>
      `${f.subnet} is ${percentOf(f.used, f.capacity)} % full: ${f.used} of ${f.capacity} addresses at its largest size`,
  },

  *check(context) {
    const { design, network } = context;
    const unlisted = workspacesWithoutComputes(context);
    for (const workspace of unlisted) yield missingComputes(workspace);
    for (const subnet of shownOfKind(design, 'subnet')) {
      const { id, addressPrefixes } = subnet;
      const { used, capacity, isSizedByAzure, arithmetic, ...usage } = network.addressing(id);
      const uses = usage.uses.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      if (isSizedByAzure || used === 0 || addressPrefixes.length === 0) continue;
      const found = {
        at: [id, ...flatMapped(uses, ({ resource }) => resource ?? [])],
        facts: { subnet: labelOf(design, id), used, capacity },
        evidence: [
          arithmetic,
          ...uses.map((use) => `${use.label}: ${use.count}${use.arithmetic ? ` = ${use.arithmetic}` : ''}`),
        ],
      };
      const disputed = disputedIn(design, uses);
      if (used > capacity)
        yield {
          ...found,
          message: 'exhausted',
          fix: enlarge(design, subnet, used),
          ...(used - disputed > capacity
            ? {}
            : {
                severity: 'warning',
                evidence: [
                  ...found.evidence,
                  `Pages give the endpoint of a workspace ${fewestOfWorkspace} to ${countedOfWorkspace} addresses: with the fewest, ${used - disputed} are needed`,
                ],
              }),
        };
      else if (used >= capacity * nearlyFull) yield { ...found, message: 'nearly', severity: 'warning' };
      // Computes that are not listed may lie here: what fits without them proves nothing.
      else if (unlisted.length === 0) yield passed(id, arithmetic);
    }
  },
});
