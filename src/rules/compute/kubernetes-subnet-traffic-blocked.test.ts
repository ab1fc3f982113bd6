import { design, securityRule, testRule } from '#testing';
import { kubernetesSubnetTrafficBlocked } from './kubernetes-subnet-traffic-blocked.ts';

const cluster = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet-aks', 'vnet', '10.0.1.0/24')
    .add('kubernetes-cluster', 'aks', 'snet-aks')
    .securityGroup('nsg-aks', rules, 'snet-aks');
const denyAll = (direction: 'Inbound' | 'Outbound') => securityRule(4000, 'Deny', direction, '*', '*');

testRule(kubernetesSubnetTrafficBlocked, {
  valid: {
    'the rules of Azure alone': { design: cluster(), passes: 1 },
    'a denial of everything below an allowance for the network': {
      design: cluster(
        securityRule(100, 'Allow', 'Inbound', 'VirtualNetwork', 'VirtualNetwork'),
        denyAll('Inbound'),
      ),
      passes: 1,
    },
    'a denial of everything below an allowance for the prefix': {
      design: cluster(
        securityRule(100, 'Allow', 'Outbound', '10.0.0.0/23', '10.0.1.0/24'),
        denyAll('Outbound'),
      ),
      passes: 1,
    },
    'a denial of what comes from the internet': {
      design: cluster(securityRule(100, 'Deny', 'Inbound', 'Internet', '*')),
      passes: 1,
    },
  },
  invalid: {
    'a denial of everything that comes in': {
      design: cluster(denyAll('Inbound')),
      findings: [
        {
          at: ['nsg-aks', 'aks'],
          message: 'blocked',
          text: 'Deny-Inbound-4000 of nsg-aks keeps the nodes of aks apart on TCP 443, 5001, 8000, 8001 and 8 more',
          severity: 'error',
        },
      ],
    },
    'one port that is denied': {
      design: cluster(securityRule(100, 'Deny', 'Outbound', '*', 'VirtualNetwork', '5000-5005', 'Tcp')),
      findings: [
        {
          at: ['nsg-aks', 'aks'],
          message: 'blocked',
          text: 'Deny-Outbound-100 of nsg-aks keeps the nodes of aks apart on TCP 5001',
        },
      ],
    },
  },
});
