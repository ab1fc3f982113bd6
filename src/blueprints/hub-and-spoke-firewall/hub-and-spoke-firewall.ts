import { type Design, emptyDesign } from '#model';
import type { Blueprint } from '../blueprint.ts';
import { hub } from './hub.ts';
import { ids } from './ids.ts';
import { make } from './make.ts';
import { names } from './names.ts';
import { region, software } from './required-outbound.ts';
import { securityGroups } from './security-groups.ts';
import { services } from './services.ts';
import { spoke } from './spoke.ts';

const build = (): Design => ({
  ...emptyDesign('Hub and spoke with a firewall'),
  goals: {
    workspace: 'private',
    exfiltrationPrevention: 'off',
    internetOutbound: 'allowed',
    cloud: 'public',
    software,
  },
  resources: [
    make('region', ids.region, region, {}),
    ...hub,
    ...spoke,
    ...securityGroups,
    ...services,
    ...names,
  ],
});

/** The planning article's hub and spoke: computes without public addresses, every way out through one firewall. */
export const hubAndSpokeFirewall: Blueprint = {
  id: 'hub-and-spoke-firewall',
  title: 'Hub and spoke with a firewall',
  purpose:
    'A private workspace whose computes leave only through an Azure Firewall in a shared hub; fits estates with several workloads, and costs a firewall.',
  build,
};
