import { kubernetesOutbound } from './kubernetes-outbound.ts';
import { optionalSoftware } from './optional-software.ts';
import type { OutboundRequirement } from './outbound.ts';
import { allComputes, platformOutbound } from './platform-outbound.ts';

/** What computes have to reach, Azure's own destinations first, then optional software. */
export const requiredOutbound: readonly OutboundRequirement[] = [
  ...platformOutbound,
  ...kubernetesOutbound,
  ...optionalSoftware(allComputes),
];

/** Service tags that something requires, in lower case. */
export const requiredTags: ReadonlySet<string> = new Set(
  requiredOutbound.flatMap(({ serviceTag }) => (serviceTag === undefined ? [] : [serviceTag.toLowerCase()])),
);

/** Host names that do instead of the AzureFrontDoor.Frontend tag: studio, and either host of automated ML. */
export const frontDoorFrontendReplacement = {
  studioHost: 'ml.azure.com',
  automatedMlHosts: [
    'automlresources-prod.azureedge.net',
    'automlresources-prod-d0eaehh7g8andvav.b02.azurefd.net',
  ],
  disagreements: [
    {
      value: 'automlresources-prod.azureedge.net',
      source: 'behindFirewall',
      note: 'The page about firewalls gives this host, the page about exfiltration the other one; either is accepted.',
    },
  ],
  sources: ['exfiltrationPrevention', 'behindFirewall'],
} as const;
