import { type Cloud, privateLinkServices } from '#catalog';
import { memoForGood, memoOfTexts } from './memo.ts';

/** A host name of some service that the design does not hold, and where its private twin would live. */
export interface ForeignHost {
  readonly zone: string;
  /** Name of the record in the zone. */
  readonly label: string;
  /** The public name is an alias of the private one whether or not there is an endpoint: so Azure Monitor does it. */
  readonly isAlwaysAliased: boolean;
}

interface ForeignPattern {
  readonly pattern: RegExp;
  readonly zone: string;
  readonly suffix: string;
  readonly isAlwaysAliased: boolean;
}

const patternsOf = memoForGood((cloud: Cloud): readonly ForeignPattern[] => {
  const patterns = new Map<string, ForeignPattern>();
  const add = (pattern: string, zone: string, suffix: string, isAlwaysAliased: boolean) => {
    if (!patterns.has(pattern))
      patterns.set(pattern, { pattern: new RegExp(`^${pattern}$`), zone, suffix, isAlwaysAliased });
  };
  for (const { kind, subresources } of privateLinkServices)
    for (const { hosts, zones, forwardedSuffixes } of Object.values(subresources)) {
      // Names of Azure Monitor are shared by all of its resources: whatever ends so is one of them.
      if (kind === 'azure-monitor-private-link-scope')
        for (const zone of zones[cloud]) {
          const suffix = zone.replace('privatelink.', '');
          if (!zone.includes('.blob.')) add(`.+${text(suffix)}`, zone, suffix, true);
        }
      else
        for (const { host, zone } of hosts[cloud]) {
          const suffix = forwardedSuffixes[cloud].find((one) => host.endsWith(`.${one}`));
          if (suffix !== undefined && !zone.includes('{'))
            add(text(host).replaceAll(/\\\{\w+\\\}/g, '[^.]+'), zone, suffix, false);
        }
    }
  return [...patterns.values()];
});

const text = (host: string): string => host.replaceAll(/[.{}]/g, '\\$&');

/** Which service's name a host would be, by its form alone. */
export const foreignHost = (cloud: Cloud, host: string): ForeignHost | undefined =>
  foreignHostsOf(cloud)(host);

const foreignHostsOf = memoForGood((cloud: Cloud) =>
  memoOfTexts((host): ForeignHost | undefined => {
    const found = patternsOf(cloud).find(({ pattern }) => pattern.test(host));
    return (
      found && {
        zone: found.zone,
        label: host.slice(0, -found.suffix.length - 1),
        isAlwaysAliased: found.isAlwaysAliased,
      }
    );
  }),
);
