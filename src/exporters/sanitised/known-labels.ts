import { clouds, privateLinkServices, requiredOutbound } from '#catalog';

/** Parts of host names that Azure and the public internet give meaning to: they are nobody's secret. */
export const knownLabels: ReadonlySet<string> = new Set(
  [
    ...privateLinkServices.flatMap(({ subresources }) =>
      Object.values(subresources).flatMap(({ zones, forwardedSuffixes, hosts }) =>
        clouds.flatMap((cloud) => [
          ...zones[cloud],
          ...forwardedSuffixes[cloud],
          ...hosts[cloud].map(({ host }) => host),
        ]),
      ),
    ),
    ...requiredOutbound.flatMap(({ hosts }) => clouds.flatMap((cloud) => hosts[cloud])),
    'com.net.org',
  ]
    .flatMap((name) => name.toLowerCase().split('.'))
    .filter((label) => /^[a-z0-9-]+$/.test(label)),
);
