import { type Design, emptyDesign } from '#model';
import type { Fault } from './adaptation.ts';
import type { Architecture } from './architecture.ts';
import { computesOf } from './parts/computes.ts';
import { firewallOf } from './parts/firewall.ts';
import { idOf } from './parts/id-of.ts';
import { make } from './parts/make.ts';
import { nameServersOf } from './parts/name-servers.ts';
import { networksOf } from './parts/networks.ts';
import { peopleOf } from './parts/people.ts';
import { privateEndpointsOf } from './parts/private-endpoints.ts';
import { scoringOf } from './parts/scoring.ts';
import { securityGroupsOf } from './parts/security-groups.ts';
import { servicesOf } from './parts/services.ts';
import { layOut } from './parts/site.ts';

/** The design of an architecture, or why there is none. */
export type Composition = { readonly design: Design } | Fault;

/** Makes the design of an architecture: the same document every time, nothing in it placed. */
export function compose(architecture: Architecture): Composition {
  const site = layOut(architecture);
  if ('fault' in site) return site;
  return {
    design: {
      ...emptyDesign(architecture.name),
      goals: architecture.goals,
      resources: [
        make('region', idOf('region'), architecture.region, {}),
        ...networksOf(site),
        ...firewallOf(site),
        ...nameServersOf(site),
        ...peopleOf(site),
        ...computesOf(site),
        ...scoringOf(site),
        ...securityGroupsOf(site),
        ...servicesOf(site),
        ...privateEndpointsOf(site),
      ],
    },
  };
}
