import { architecture, defineBlueprint } from './define.ts';

const planning = 'Plan for network isolation in Azure Machine Learning';

export const onlineEndpoint = defineBlueprint({
  id: 'online-endpoint',
  title: 'Managed online endpoint',
  summary: 'Scoring by itself, outside your network.',
  purpose:
    'An online endpoint by itself: callers come in by the workspace’s private endpoint, deployments go out by private endpoints of their own.',
  origin: 'Azure Machine Learning network isolation planning, “Managed online endpoint”',
  chooseWhen: [
    'Models are trained elsewhere and only scored here.',
    'To see how an endpoint is isolated, apart from everything else.',
  ],
  mind: [
    'A closed registry cannot build images itself: a small cluster does, and needs a way out.',
    'Each deployment has three private endpoints in a network of Microsoft’s: the workspace, the default blob storage and the registry. Nothing else private can be reached from it.',
    'Microsoft no longer recommends this setting of each deployment: a managed virtual network of the workspace is its successor.',
  ],
  compareWith: ['managed-network'],
  options: ['workspaces', 'onPremises'],
  architectureFor: (adaptation) => {
    const place = adaptation.onPremises ? 'on-premises' : 'clients';
    return architecture(
      'Managed online endpoint, private in and out',
      adaptation,
      { scoring: ['managed-online-endpoint'], engineers: [place], callers: [place] },
      { hasTraining: false },
    );
  },
});

const managedParts = (onPremises: boolean) =>
  ({
    topology: 'managed',
    scoring: ['managed-online-endpoint'],
    engineers: [onPremises ? 'on-premises' : 'clients'],
    callers: [onPremises ? 'on-premises' : 'clients'],
  }) as const;

const managedMind = [
  'Computes can reach what is on-premises only over HTTP, by way of an Application Gateway with a private endpoint.',
  'The network is Microsoft’s: it has no flow log, and it cannot be switched off again.',
] as const;

export const managedNetwork = defineBlueprint({
  id: 'managed-network',
  title: 'Managed network, internet open',
  summary: 'Azure runs the network of your computes.',
  purpose:
    'Computes run in a virtual network that the workspace manages itself; yours holds only the endpoints that people use. Microsoft’s newer recommendation.',
  origin: `${planning}, “Recommended: workspace managed virtual network, allow internet outbound”`,
  recommended: 'to leave the network to Azure',
  chooseWhen: [
    'Nothing of yours has to be routed, filtered or logged on the way out.',
    'Serverless Spark, foundation models or online endpoints are wanted without a network of your own behind them.',
  ],
  mind: ['The internet is open to computes: data can be sent anywhere.', ...managedMind],
  compareWith: ['recommended', 'recommended-without-firewall'],
  architectureFor: (adaptation) =>
    architecture('Managed network, internet open', adaptation, managedParts(adaptation.onPremises)),
});

export const managedNetworkApprovedOutbound = defineBlueprint({
  id: 'managed-network-approved-outbound',
  title: 'Managed network, approved outbound',
  summary: 'Azure runs it, you approve what leaves.',
  purpose:
    'Computes run in a virtual network that the workspace manages itself and that lets out only what is approved. Microsoft’s newer recommendation for sensitive data.',
  origin: `${planning}, “Recommended: workspace managed virtual network, allow only approved outbound”`,
  recommended: 'for sensitive data, run by Azure',
  chooseWhen: [
    'Sensitive data is used in production, and no firewall of yours has to see what leaves.',
    'The destinations are few and known.',
  ],
  mind: [
    'The first host name makes Azure deploy a firewall for the workspace, which is billed.',
    'Host names are open on ports 80 and 443 alone, and never to storage accounts.',
    ...managedMind,
  ],
  compareWith: ['recommended-exfiltration-prevention'],
  architectureFor: (adaptation) =>
    architecture('Managed network, approved outbound', adaptation, managedParts(adaptation.onPremises), {
      kind: 'guarded',
    }),
});
