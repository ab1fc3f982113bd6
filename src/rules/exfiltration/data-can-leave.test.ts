import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { dataCanLeave } from './data-can-leave.ts';

const group = isolatedWorkspace()
  .build()
  .resources.find((one) => one.id === 'nsg-training');
const rules = group?.kind === 'network-security-group' ? group.securityRules : [];
const allowing = (tag: string) =>
  isolatedWorkspace().set('nsg-training', {
    securityRules: [...rules, securityRule(300, 'Allow', 'Outbound', '*', tag, '443', 'Tcp')],
  });
const managed = (destination: string, type: string) =>
  isolatedWorkspace()
    .remove('ci-research', 'cpu-cluster')
    .set('mlw', {
      managedNetwork: {
        isolationMode: 'AllowOnlyApprovedOutbound',
        outboundRules: [{ name: 'out', type, destination, protocol: 'TCP', portRanges: '443' }],
      },
    });

const openNetwork = (internetOutbound: 'allowed' | 'approved') =>
  managed('', 'FQDN')
    .set('mlw', { managedNetwork: { isolationMode: 'AllowInternetOutbound' } })
    .goals({ exfiltrationPrevention: 'off', internetOutbound });

testRule(dataCanLeave, {
  valid: {
    'an open managed network where the goals let data out': { design: openNetwork('allowed'), passes: 0 },
    'the recipe of the documentation in place': { design: isolatedWorkspace(), passes: 1 },
    'an open tag without exfiltration prevention': {
      design: allowing('AzureFrontDoor.FrontEnd').goals({ exfiltrationPrevention: 'off' }),
    },
    'everything open, which is a finding of its own': {
      design: isolatedWorkspace().set('nsg-training', { securityRules: [] }),
      passes: 0,
    },
    'a tag that is required, in its other spelling': {
      design: allowing('Frontdoor.FirstParty'),
      passes: 1,
    },
    'a managed network that names one host': { design: managed('pypi.org', 'FQDN'), passes: 1 },
  },
  invalid: {
    'an open managed network where approved places are the goal': {
      design: openNetwork('approved'),
      findings: [
        { at: 'mlw', message: 'open', text: 'mlw lets its computes send data to any place on the internet' },
      ],
    },
    'the front door': {
      design: allowing('AzureFrontDoor.FrontEnd'),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'open',
          severity: 'error',
          text: 'nsg-training lets snet-training send data to any site behind Azure Front Door',
        },
      ],
    },
    'the tag of container registries': {
      design: allowing('AzureContainerRegistry'),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'open',
          text: 'nsg-training lets snet-training send data to any container registry',
        },
      ],
    },
    'a managed network that opens a tag': {
      design: managed('AzureFrontDoor.FrontEnd', 'ServiceTag'),
      findings: [
        {
          at: 'mlw',
          message: 'open',
          text: 'mlw lets its computes send data to any site behind Azure Front Door',
        },
      ],
    },
  },
  undecided: {
    'such a tag in a rule of a managed network': {
      design: managed('AzureDevOps', 'ServiceTag').inRegion('compute-cluster', 'gpu', { workspace: 'mlw' }),
      missing: ['whether data can be written to a place of one’s own behind AzureDevOps'],
    },
    'a tag of which no page says whether data can be written behind it': {
      design: allowing('AzureDevOps'),
      missing: ['whether data can be written to a place of one’s own behind AzureDevOps'],
    },
    'such a tag with digits in its name': {
      design: allowing('M365ManagementActivityApi'),
      missing: ['whether data can be written to a place of one’s own behind M365ManagementActivityApi'],
    },
    'such a tag with digits in its name, narrowed to a region': {
      design: allowing('Dynamics365BusinessCentral.WestEurope'),
      missing: [
        'whether data can be written to a place of one’s own behind Dynamics365BusinessCentral.WestEurope',
      ],
    },
    'a prefix of Azure’s own that may hold many services, told once': {
      design: allowing('20.0.0.0/8'),
      missing: [
        'whether rule Allow-Outbound-300 (300) of nsg-training holds any Cosmos DB account, any Event Hubs namespace and 7 more',
      ],
    },
  },
});
