import type { OutboundRequirement } from '#catalog';
import type { Resource, SecurityRule } from '#model';
import { ids } from './ids.ts';
import { make } from './make.ts';
import { prefixes } from './prefixes.ts';
import { requirementsByTag, tagOf } from './required-outbound.ts';

type Match = Partial<SecurityRule> & Pick<SecurityRule, 'name' | 'priority'>;

const rule = (direction: 'Inbound' | 'Outbound', access: 'Allow' | 'Deny', match: Match): SecurityRule => ({
  direction,
  access,
  protocol: 'Tcp',
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['VirtualNetwork'],
  destinationPortRanges: ['443'],
  ...match,
});

const protocols = { Tcp: 'Tcp', Udp: 'Udp', Any: '*' } as const;

const allowTag = (requirement: OutboundRequirement, at: number): SecurityRule =>
  rule('Outbound', 'Allow', {
    name: `allow-${requirement.id}`,
    priority: 200 + at * 10,
    protocol: protocols[requirement.protocol],
    destinationAddressPrefixes: [tagOf(requirement)],
    destinationPortRanges: requirement.ports.map(String),
  });

const trainingRules: readonly SecurityRule[] = [
  rule('Outbound', 'Allow', {
    name: 'allow-private-endpoints',
    priority: 100,
    destinationPortRanges: ['443', '445'],
  }),
  ...requirementsByTag.map(allowTag),
  // A security group knows no host names: which of them may be reached is for the firewall to say.
  rule('Outbound', 'Allow', {
    name: 'allow-https-through-firewall',
    priority: 3000,
    destinationAddressPrefixes: ['Internet'],
  }),
  rule('Outbound', 'Deny', {
    name: 'deny-internet',
    priority: 4000,
    protocol: '*',
    sourceAddressPrefixes: ['*'],
    destinationAddressPrefixes: ['Internet'],
    destinationPortRanges: ['*'],
  }),
];

const denyOtherInbound = rule('Inbound', 'Deny', {
  name: 'deny-everything-else',
  priority: 4000,
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
});

const endpointRules: readonly SecurityRule[] = [
  rule('Inbound', 'Allow', {
    name: 'allow-computes-and-engineers',
    priority: 100,
    sourceAddressPrefixes: [prefixes.trainingSubnet, prefixes.jumpSubnet],
    destinationAddressPrefixes: [prefixes.endpointSubnet],
    destinationPortRanges: ['443', '445'],
  }),
  denyOtherInbound,
];

const jumpRules: readonly SecurityRule[] = [
  rule('Inbound', 'Allow', {
    name: 'allow-bastion',
    priority: 100,
    sourceAddressPrefixes: [prefixes.bastionSubnet],
    destinationAddressPrefixes: [prefixes.jumpSubnet],
    destinationPortRanges: ['22', '3389'],
  }),
  denyOtherInbound,
];

export const securityGroups: readonly Resource[] = [
  make('network-security-group', ids.trainingSecurityGroup, 'nsg-training', {
    parent: ids.region,
    securityRules: trainingRules,
  }),
  make('network-security-group', ids.jumpSecurityGroup, 'nsg-jump', {
    parent: ids.region,
    securityRules: jumpRules,
  }),
  make('network-security-group', ids.endpointSecurityGroup, 'nsg-private-endpoints', {
    parent: ids.region,
    securityRules: endpointRules,
  }),
];
