import { design, testRule } from '#testing';
import { rulesetLoops } from './ruleset-loops.ts';

/** A hub with an inbound endpoint at 10.0.0.4, and a ruleset that forwards a domain. */
const hub = (domainName: string, servers: readonly string[], ...networks: readonly string[]) =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet-in', 'hub', '10.0.0.0/28')
    .add('dns-resolver-endpoint', 'inbound', 'snet-in', { direction: 'inbound' })
    .inRegion('dns-forwarding-ruleset', 'rules', {
      forwardingRules: [{ name: 'to-hub', domainName, targetDnsServers: servers }],
      virtualNetworkLinks: networks,
    });

const zone = (name: string, ...networks: readonly string[]) =>
  hub('azure.contoso.com.', ['10.0.0.4'], 'hub', 'spoke').add('private-dns-zone', name, undefined, {
    virtualNetworkLinks: networks.map((virtualNetwork) => ({ name: virtualNetwork, virtualNetwork })),
  });

testRule(rulesetLoops, {
  valid: {
    'a ruleset that is linked to the spoke alone': {
      design: hub('blob.core.windows.net.', ['10.0.0.4'], 'spoke'),
    },
    'a rule that asks another server first': {
      design: hub('blob.core.windows.net.', ['192.168.0.4', '10.0.0.4'], 'hub'),
    },
    'a zone linked to the hub, which stands before the rule': {
      design: zone('azure.contoso.com', 'hub'),
      passes: 1,
    },
    'a wider zone linked to the hub': { design: zone('contoso.com', 'hub'), passes: 1 },
  },
  invalid: {
    'a ruleset that is linked to the network of the inbound endpoint it forwards to': {
      design: hub('blob.core.windows.net.', ['10.0.0.4'], 'hub', 'spoke'),
      findings: [
        {
          at: ['rules', 'hub', 'inbound'],
          message: 'circle',
          text: 'rules forwards blob.core.windows.net. to inbound in hub, which asks rules again',
          fix: 'Remove the link',
        },
      ],
    },
    'a zone of the name that is linked to the spoke alone': {
      design: zone('azure.contoso.com', 'spoke'),
      findings: [
        {
          at: ['rules', 'hub', 'inbound'],
          message: 'circle',
          text: 'rules forwards azure.contoso.com. to inbound in hub, which asks rules again',
        },
      ],
    },
  },
  undecided: {
    'a zone of the name may exist that no file shows': {
      design: hub('azure.contoso.com.', ['10.0.0.4'], 'hub').incomplete(),
      missing: ['whether a private DNS zone azure.contoso.com is linked to hub'],
    },
  },
});
