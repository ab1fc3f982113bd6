import { frontDoorFrontendReplacement, type OutboundRequirement } from '#catalog';
import type { FirewallRule, ResourceOf } from '#model';
import { prefixes } from './prefixes.ts';
import { requirementsByHost, requirementsByTag, tagOf } from './required-outbound.ts';

const sourceAddresses = [prefixes.trainingSubnet, prefixes.jumpSubnet];

const ipProtocols = { Tcp: ['TCP'], Udp: ['UDP'], Any: ['Any'] } as const;

const networkRule = (requirement: OutboundRequirement): FirewallRule => ({
  ruleType: 'NetworkRule',
  name: requirement.id,
  sourceAddresses,
  ipProtocols: ipProtocols[requirement.protocol],
  destinationAddresses: [tagOf(requirement)],
  destinationPorts: requirement.ports.map(String),
});

const applicationRule = ({ id, ports, hosts }: OutboundRequirement): FirewallRule => ({
  ruleType: 'ApplicationRule',
  name: id,
  sourceAddresses,
  protocols: ports.map((port) => ({ protocolType: port === 80 ? 'Http' : 'Https', port })),
  targetFqdns:
    id === 'studio-and-automated-ml'
      ? [frontDoorFrontendReplacement.studioHost, ...frontDoorFrontendReplacement.automatedMlHosts]
      : hosts.public,
});

/** Tags by network rules, hosts by application rules; everything else is denied. */
export const ruleCollectionGroups: ResourceOf<'firewall-policy'>['ruleCollectionGroups'] = [
  {
    name: 'azure-machine-learning',
    priority: 200,
    ruleCollections: [
      { name: 'required-tags', priority: 200, action: 'Allow', rules: requirementsByTag.map(networkRule) },
    ],
  },
  {
    name: 'software',
    priority: 300,
    ruleCollections: [
      {
        name: 'required-hosts',
        priority: 300,
        action: 'Allow',
        rules: requirementsByHost.map(applicationRule),
      },
    ],
  },
];
