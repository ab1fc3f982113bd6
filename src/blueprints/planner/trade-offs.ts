import { type Design, resourcesOfKind } from '#model';
import type { Answers } from './answers.ts';
import { egressOf, scoresOnline, topologyOf, workplaceOf } from './architecture-of.ts';

type Statement = readonly [holds: (answers: Answers) => boolean, text: string];

const isManaged = ({ network }: Answers) => network === 'managed';
const isOpen = ({ outbound }: Answers) => outbound === 'anything';
const isGuarded = ({ outbound }: Answers) => outbound === 'no-exfiltration';
const comesByBastion = (one: Answers) => workplaceOf(one) === 'jump-box';
const said = (answers: Answers, statements: readonly Statement[]): readonly string[] =>
  statements.filter(([holds]) => holds(answers)).map(([, text]) => text);

const open: readonly Statement[] = [
  [isOpen, 'The internet: whoever runs code on a compute can send data to any web site.'],
  [
    (one) => one.outbound === 'approved' && !isManaged(one),
    'Storage of the whole region: any account in it can be written to.',
  ],
  [
    ({ outbound, software }) => outbound !== 'anything' && software !== 'none',
    'The approved package sources: indexes and registries that take uploads are ways to send data out.',
  ],
  [
    ({ access }) => access === 'public',
    'The workspace: sign-in and conditional access alone decide who gets in.',
  ],
  [
    ({ cloud }) => cloud === 'us-government',
    'Monitoring: it has more private zones in this cloud than one endpoint can register.',
  ],
  [({ cloud }) => cloud === 'china', 'Monitoring: its private zones in this cloud are not documented.'],
  [
    (one) => isGuarded(one) && one.scoring === 'kubernetes',
    'Whether the policy’s alias covers the queues and tables of the Kubernetes extension: no page says so.',
  ],
];

/** A security group knows no host names: where no firewall stands behind it, studio is opened by its tag. */
const opensSitesOfAnybody = (design: Design): boolean =>
  resourcesOfKind(design, 'network-security-group').some(({ securityRules }) =>
    securityRules.some((rule) => rule.destinationAddressPrefixes.includes('AzureFrontDoor.Frontend')),
  );

/** What stays open under these answers, and in the design that comes of them, as sentences. */
export const openUnder = (answers: Answers, design: Design): readonly string[] => [
  ...said(answers, open),
  ...(!isOpen(answers) && opensSitesOfAnybody(design)
    ? ['Sites behind Azure Front Door: the tag by which clients reach studio covers those of anybody.']
    : []),
];

const tradeOffs: readonly Statement[] = [
  [
    (one) => egressOf(one) === 'firewall' && one.hub === 'nothing' && !isManaged(one),
    'A firewall is added: only a firewall tells approved host names from others.',
  ],
  [
    (one) => topologyOf(one) === 'isolated',
    'Endpoints and zones exist twice, because the two networks are not peered and must not share zones.',
  ],
  [
    (one) => isManaged(one) && one.scoring === 'kubernetes',
    'A Kubernetes cluster cannot lie in the managed network: it has a subnet and a way out of yours.',
  ],
  [
    (one) => scoresOnline(one) && !isManaged(one),
    'Deployments have private endpoints each, which Microsoft no longer recommends: the managed network is the successor.',
  ],
  [
    (one) => comesByBastion(one) && one.connection === 'none',
    'People come by Bastion to a jump box: the workspace is private, and nothing joins their desks to it.',
  ],
  [
    (one) => comesByBastion(one) && one.connection !== 'none',
    'People work anywhere, so they come by Bastion to a jump box: the office’s connection is for those in the office.',
  ],
  [
    (one) => one.scoring === 'kubernetes' && one.callers === 'office' && one.connection === 'none',
    'The cluster’s load balancer is internal: applications in the office reach it once the office is joined.',
  ],
  [
    (one) => isManaged(one) && one.outbound !== 'anything' && one.software === 'tools',
    'The storage host of Visual Studio Code stays closed: a managed network takes no host rule for storage.',
  ],
  [
    (one) => isGuarded(one),
    'Images come from mcr.microsoft.com or your registry only; other curated environments cannot be used.',
  ],
];

/** What these answers cost or bring about between them, as sentences. */
export const tradeOffsOf = (answers: Answers): readonly string[] => said(answers, tradeOffs);
