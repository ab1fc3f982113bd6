import { sources } from '#catalog';
import type { AddressUse } from '#network';
import { missingComputes, shownOfKind, workspacesWithoutComputes } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const nearlyFull = 0.8;

const keyOf = ({ label, resource }: AddressUse) => `${label} ${resource ?? ''}`;

/** Whole percent, never rounded up to full. */
const percentOf = (used: number, capacity: number) => Math.min(99, Math.floor((used / capacity) * 100));

export const subnetExhausted = defineRule({
  id: 'subnet-exhausted',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Subnet has too few addresses',
  holds: 'The subnet has addresses for everything in it at its largest size',
  why: 'Every node, pod and private endpoint takes an address, and Azure keeps five of each subnet. When none is free, clusters stop growing and endpoints cannot be made; a subnet in use cannot simply be made larger.',
  remedy: 'Use a larger prefix, lower the maximum sizes, or move something to another subnet.',
  sources: [sources.virtualNetworkQuestions, sources.trainingNetwork, sources.kubernetesAddresses],
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
    for (const { id, addressPrefixes } of shownOfKind(design, 'subnet')) {
      const { used, capacity, isSizedByAzure, arithmetic, ...usage } = network.addressing(id);
      const uses = usage.uses.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      if (isSizedByAzure || used === 0 || addressPrefixes.length === 0) continue;
      const found = {
        at: [id, ...uses.flatMap(({ resource }) => resource ?? [])],
        facts: { subnet: labelOf(design, id), used, capacity },
        evidence: [
          arithmetic,
          ...uses.map((use) => `${use.label}: ${use.count}${use.arithmetic ? ` = ${use.arithmetic}` : ''}`),
        ],
      };
      if (used > capacity) yield { ...found, message: 'exhausted' };
      else if (used >= capacity * nearlyFull) yield { ...found, message: 'nearly', severity: 'warning' };
      // Computes that are not listed may lie here: what fits without them proves nothing.
      else if (unlisted.length === 0) yield passed(id, arithmetic);
    }
  },
});
