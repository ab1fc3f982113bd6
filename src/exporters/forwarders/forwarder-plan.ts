import { azureDnsAddress } from '#catalog';
import { enclosing, resourcesOfKind } from '#model';
import { parseAddress } from '#network';
import type { ExportInput, Omission } from '../exporter.ts';
import { nameOf } from '../names.ts';
import { dnsEntrances, neededSuffixes } from './needed-suffixes.ts';

/** DNS servers that stand in one kind of place, and so forward to the same addresses. */
export interface ForwarderGroup {
  readonly place: 'on-premises' | 'virtual-network';
  /** Names of the servers that the design knows; none where only one may be added. */
  readonly servers: readonly string[];
  /** Addresses to forward to; not empty. */
  readonly targets: readonly string[];
  /** Public suffixes, by alphabet; never `privatelink` names. */
  readonly domains: readonly string[];
}

export interface ForwarderPlan {
  readonly groups: readonly ForwarderGroup[];
  readonly omissions: readonly Omission[];
}

/** A domain as DNS knows it: what else a region may be called would be an instruction to a server. */
const domainForm = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** What the DNS servers of the design, and those that may be added, have to forward where. */
export function forwarderPlan(input: ExportInput): ForwarderPlan {
  const { design } = input;
  const suffixes = [...neededSuffixes(input).keys()].map((suffix) => suffix.toLowerCase()).sort();
  const domains = suffixes.filter((suffix) => domainForm.test(suffix));
  const servers = resourcesOfKind(design, 'dns-server');
  const inside = servers.filter(({ id }) => enclosing(design, id, 'virtual-network'));
  const sites = resourcesOfKind(design, 'on-premises-network');
  const outside = servers.filter((server) => !inside.includes(server));
  const entrances = dnsEntrances(input).flatMap(({ address }) =>
    address !== undefined && parseAddress(address) !== undefined ? [address] : [],
  );
  const needsOutside = sites.length > 0 || outside.length > 0;
  const groups: readonly ForwarderGroup[] = [
    ...(needsOutside && entrances.length > 0
      ? [
          {
            place: 'on-premises' as const,
            servers: outside.map(({ id }) => nameOf(input, id)),
            targets: [...new Set(entrances)],
            domains,
          },
        ]
      : []),
    ...(inside.length > 0 || !needsOutside
      ? [
          {
            place: 'virtual-network' as const,
            servers: inside.map(({ id }) => nameOf(input, id)),
            targets: [azureDnsAddress],
            domains,
          },
        ]
      : []),
  ];
  return {
    groups: domains.length === 0 ? [] : groups,
    omissions: [
      ...(needsOutside && entrances.length === 0
        ? [
            {
              what: 'forwarders of on-premises servers',
              because:
                'They need the address of something in a virtual network that asks Azure DNS, and the design has none.',
            },
          ]
        : []),
      ...suffixes
        .filter((suffix) => !domainForm.test(suffix))
        .map((suffix) => ({ what: suffix, because: 'This is not the name of a domain.' })),
    ],
  };
}
