import { doubtOf, type ForbiddenPrefix, forbiddenPrefixes } from '#catalog';
import { type Design, enclosing, findOfKind, flatMapped, type Resource, type ResourceId } from '#model';
import { type Network, prefixesOverlap } from '#network';
import {
  hasManagedNetwork,
  machineLearningComputes,
  missingComputes,
  shownOfKind,
  workspacesWithoutComputes,
} from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

/** Prefixes with what they are the prefixes of. */
interface Used {
  readonly at: readonly ResourceId[];
  readonly what: string;
  readonly prefixes: readonly string[];
  readonly forbiddenFor: ForbiddenPrefix['forbiddenFor'];
}

const text = (prefix: string | undefined) => (prefix === undefined ? [] : [prefix]);

function usedPrefixes(design: Design, network: Network): readonly Used[] {
  const networks = shownOfKind(design, 'virtual-network');
  const networkOf = (resource: Resource) =>
    enclosing(design, network.subnetOf(resource.id) ?? resource.id, 'virtual-network');
  const withComputes = new Set(machineLearningComputes(design).map((one) => networkOf(one)?.id));
  const clusters = shownOfKind(design, 'kubernetes-cluster');
  const all = (
    one: (typeof networks)[number],
    forbiddenFor: Used['forbiddenFor'],
    extra: readonly ResourceId[] = [],
  ) => ({
    at: [one.id, ...extra],
    what: labelOf(design, one.id),
    prefixes: one.addressPrefixes,
    forbiddenFor,
  });
  return [
    ...networks.map((one) => all(one, 'any-network')),
    ...networks.filter(({ id }) => withComputes.has(id)).map((one) => all(one, 'azure-ml-compute')),
    ...flatMapped(clusters, (cluster): Used[] => {
      const home = networkOf(cluster);
      const own = { at: [cluster.id], forbiddenFor: 'kubernetes-cluster' as const };
      return [
        ...(home && home.presence === undefined ? [all(home, 'kubernetes-cluster', [cluster.id])] : []),
        { ...own, what: `The service range of ${cluster.name}`, prefixes: text(cluster.serviceCidr) },
        { ...own, what: `The pod range of ${cluster.name}`, prefixes: text(cluster.podCidr) },
      ];
    }),
  ];
}

const forWhom = {
  'any-network': 'Azure keeps it',
  'azure-ml-compute': 'Azure Machine Learning computes keep it',
  'kubernetes-cluster': 'AKS keeps it',
};

export const forbiddenAddressRange = defineRule({
  id: 'forbidden-address-range',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Address range is kept for something else',
  holds: 'No address range is one that Azure keeps',
  remedy: 'Choose another range.',
  messages: {
    kept: (f: { what: string; prefix: string; kept: string; why: string; who: string }) =>
      `${f.what} uses ${f.prefix}, which overlaps ${f.kept}: ${f.who} for ${f.why}`,
    service: (f: { cluster: string; range: string; network: string }) =>
      `The service range ${f.range} of ${f.cluster} overlaps ${f.network}`,
  },

  *check(context) {
    const { design, network } = context;
    const keptForComputes = forbiddenPrefixes.filter((one) => one.forbiddenFor === 'azure-ml-compute');
    const isAtStake = shownOfKind(design, 'virtual-network').some(({ addressPrefixes }) =>
      addressPrefixes.some((one) => keptForComputes.some((kept) => prefixesOverlap(one, kept.addressPrefix))),
    );
    // Which networks hold computes decides only where one of them uses such a range.
    for (const workspace of isAtStake ? workspacesWithoutComputes(context) : [])
      if (!hasManagedNetwork(workspace)) yield missingComputes(workspace);
    for (const { at, what, prefixes, forbiddenFor } of usedPrefixes(design, network)) {
      const kept = forbiddenPrefixes.filter((one) => one.forbiddenFor === forbiddenFor);
      let isClean = prefixes.length > 0;
      for (const prefix of prefixes)
        for (const one of kept)
          if (prefixesOverlap(prefix, one.addressPrefix)) {
            isClean = false;
            yield {
              at,
              message: 'kept',
              facts: {
                what,
                prefix,
                kept: one.addressPrefix,
                why: one.why,
                who: forWhom[forbiddenFor],
              },
              evidence: `${prefix} overlaps ${one.addressPrefix} (kept for ${one.why})`,
              doubt: doubtOf(one),
            };
          }
      if (isClean) yield passed(at, `${what}: ${prefixes.join(', ')}`);
    }
    for (const cluster of shownOfKind(design, 'kubernetes-cluster')) {
      const home = enclosing(design, network.subnetOf(cluster.id) ?? cluster.id, 'virtual-network');
      const range = cluster.serviceCidr;
      if (!home || range === undefined) continue;
      const joined = [home.id, ...network.peersOf(home.id)];
      for (const id of joined) {
        const other = findOfKind(design, id, 'virtual-network');
        if (other?.addressPrefixes.some((prefix) => prefixesOverlap(prefix, range)))
          yield {
            at: [cluster.id, id],
            message: 'service',
            facts: { cluster: cluster.name, range, network: labelOf(design, id) },
            evidence: `${other.name}: ${other.addressPrefixes.join(', ')}`,
          };
      }
    }
  },
});
