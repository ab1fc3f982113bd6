import type { Adaptation } from '../adaptation.ts';
import type { Architecture } from '../architecture.ts';
import { architecture, defineBlueprint } from './define.ts';

const origin = 'Azure Machine Learning network isolation planning, “Recommended architecture”';
const guardedOrigin =
  'Azure Machine Learning network isolation planning, “Recommended architecture with data exfiltration prevention”';

const onlineEndpoint = {
  scoring: ['managed-online-endpoint'],
} as const satisfies Partial<Architecture>;

const perDeployment =
  'The endpoint’s deployments have private endpoints of their own, a setting of each deployment that Microsoft no longer recommends: a managed virtual network of the workspace is its successor.';

const recommendedParts = {
  topology: 'hub-and-spoke',
  egress: 'firewall',
  names: 'resolver',
  ...onlineEndpoint,
} as const satisfies Partial<Architecture>;

/** People come from the internet: who may is decided by Microsoft Entra ID and conditional access alone. */
const fromInternet = ({ onPremises }: Adaptation) =>
  ({
    engineers: onPremises ? ['on-premises', 'internet'] : ['internet'],
    callers: onPremises ? ['on-premises'] : ['clients'],
  }) as const satisfies Partial<Architecture>;

export const recommended = defineBlueprint({
  id: 'recommended',
  title: 'All private, internet open',
  summary: 'Closed from outside, open to send out.',
  purpose:
    'Everything is private, and computes may reach the internet through the firewall: the balance of isolation and productivity that Microsoft’s planning article recommends.',
  origin,
  recommended: 'to balance isolation and productivity',
  chooseWhen: [
    'Data scientists need packages and data from anywhere, and isolation is about who comes in.',
    'There is a hub with a firewall and a name server, or there will be.',
  ],
  mind: ['Web sites are open: whoever runs code on a compute can send data to any of them.', perDeployment],
  compareWith: ['recommended-without-firewall', 'managed-network'],
  standard: { onPremises: true },
  architectureFor: (adaptation) =>
    architecture(
      'All private, internet open',
      adaptation,
      { ...recommendedParts, opensEveryHost: true },
      { hasKubernetes: true },
    ),
});

export const recommendedWithoutFirewall = defineBlueprint({
  id: 'recommended-without-firewall',
  title: 'All private, without a firewall',
  summary: 'Security group and NAT gateway instead.',
  purpose:
    'As private as the recommended architecture, with a security group and a NAT gateway in place of the firewall: one network less, and no filter by host name.',
  origin,
  recommended: 'to do without a firewall',
  chooseWhen: ['A firewall costs more than it would be worth here.', 'The internet may be open to computes.'],
  mind: [
    'A security group tells service tags apart, never host names: web sites are open.',
    'What leaves is in flow logs only, by address.',
    perDeployment,
  ],
  compareWith: ['recommended', 'managed-network'],
  standard: { onPremises: true },
  architectureFor: (adaptation) =>
    architecture('All private, without a firewall', adaptation, onlineEndpoint, { hasKubernetes: true }),
});

export const recommendedExfiltrationPrevention = defineBlueprint({
  id: 'recommended-exfiltration-prevention',
  title: 'All private, no exfiltration',
  summary: 'For sensitive data in production.',
  purpose:
    'Everything is private, and what leaves is approved: for sensitive data in production, at the price of asking for each destination.',
  origin: guardedOrigin,
  recommended: 'for sensitive data in production',
  chooseWhen: [
    'Sensitive data is used in production.',
    'Someone is there to approve destinations while people wait for them.',
  ],
  mind: [
    'Curated environments are usable only where their image is on mcr.microsoft.com.',
    'No page says whether the policy’s alias covers the queues and tables that the Kubernetes extension uses: try it before you rely on it.',
    perDeployment,
  ],
  compareWith: ['recommended', 'managed-network-approved-outbound'],
  standard: { onPremises: true },
  architectureFor: (adaptation) =>
    architecture('All private, no exfiltration', adaptation, recommendedParts, {
      kind: 'guarded',
      hasKubernetes: true,
    }),
});

const publicMind = [
  'Sign-in and conditional access are all that keeps others out of the workspace: set both up before the first data arrives.',
  'Studio shows data of the private storage account to whoever may sign in; Microsoft recommends a private workspace for that reason.',
] as const;

export const publicWorkspace = defineBlueprint({
  id: 'public-workspace',
  title: 'Public workspace, private dependencies',
  summary: 'Sign-in guards the workspace, networks the rest.',
  purpose:
    'People reach the workspace from the internet by sign-in and conditional access; data, secrets, images and computes stay private.',
  origin: `${origin}, “Using public workspace”`,
  chooseWhen: [
    'People work from anywhere, and a private connection for them is out of reach.',
    'Microsoft Entra ID with conditional access is protection enough for the workspace.',
  ],
  mind: publicMind,
  compareWith: ['recommended'],
  architectureFor: (adaptation) =>
    architecture(
      'Public workspace, private dependencies',
      adaptation,
      { ...recommendedParts, ...fromInternet(adaptation), opensEveryHost: true },
      { workspace: 'public', hasKubernetes: true },
    ),
});

export const publicWorkspaceExfiltrationPrevention = defineBlueprint({
  id: 'public-workspace-exfiltration-prevention',
  title: 'Public workspace, no exfiltration',
  summary: 'People from anywhere, data to approved places only.',
  purpose:
    'People reach the workspace from the internet by sign-in and conditional access; computes can send data to approved places only.',
  origin: `${guardedOrigin}, “Using public workspace”`,
  chooseWhen: [
    'People work from anywhere, and what computes can send away has to be limited all the same.',
    'Microsoft Entra ID with conditional access is protection enough for the workspace.',
  ],
  mind: publicMind,
  compareWith: ['recommended-exfiltration-prevention'],
  architectureFor: (adaptation) =>
    architecture(
      'Public workspace, no exfiltration',
      adaptation,
      { ...recommendedParts, ...fromInternet(adaptation) },
      { workspace: 'public', kind: 'guarded', hasKubernetes: true },
    ),
});
