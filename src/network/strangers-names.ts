import { isOpenToAll } from '#catalog';
import { flatMapped, resourcesOfKind } from '#model';
import { estateQuestion } from './estate.ts';
import { partsOfUrl } from './host-patterns.ts';
import type { StrangersName } from './network.ts';
import { allowedCollections, commonPorts } from './open-ways.ts';

/** A name that a wildcard holds and that anybody can register; none where its end belongs to one owner. */
function strangersNameIn(pattern: string): Pick<StrangersName, 'name' | 'end'> | undefined {
  const end = /^\*+([^*]+)$/.exec(pattern.trim().toLowerCase())?.[1];
  if (end === undefined) return undefined;
  const [first = '', ...rest] = end.split('.');
  // `*com` holds `x.com` as well, and `*contoso.com` holds `not-contoso.com`.
  const isWholeLabel = first === '' || rest.length === 0;
  const suffix = first !== '' && rest.length === 0 ? first : rest.join('.');
  if (!isOpenToAll(suffix)) return undefined;
  return { name: isWholeLabel ? `not-approved.${suffix}` : `not-approved-${end}`, end };
}

/** Names of strangers that rules for wildcards such as `*.com` hold, by what they end in. */
export const strangersNames = estateQuestion((estate, _: 'all'): readonly StrangersName[] => {
  const ruled = flatMapped(allowedCollections(estate, 'all'), ({ rules }) =>
    flatMapped(rules, (rule) =>
      rule.ruleType === 'ApplicationRule'
        ? [...rule.targetFqdns, ...(rule.targetUrls ?? []).map((url) => partsOfUrl(url).host)].map(
            (pattern) => ({
              pattern,
              ports: flatMapped(rule.protocols, ({ port }) => port ?? []),
            }),
          )
        : [],
    ),
  );
  const managed = flatMapped(resourcesOfKind(estate.design, 'workspace'), ({ managedNetwork }) =>
    flatMapped(managedNetwork?.outboundRules ?? [], ({ type, destination }) =>
      type === 'FQDN' ? { pattern: destination, ports: [] } : [],
    ),
  );
  const found = new Map<string, StrangersName>();
  for (const { pattern, ports } of [...ruled, ...managed]) {
    const held = strangersNameIn(pattern);
    if (!held) continue;
    const known = found.get(held.end)?.ports ?? commonPorts;
    found.set(held.end, { ...held, ports: [...new Set([...known, ...ports])] });
  }
  return [...found.values()].toSorted((one, other) => (one.end < other.end ? -1 : 1));
});
