import { isolatedWorkspace, testRule } from '#testing';
import { trustedServicesNotAdmitted } from './trusted-services-not-admitted.ts';

const acls = (more: object) => ({ networkAcls: { defaultAction: 'Deny', ...more } });

/** The default account, which lets nothing bypass its firewall but the instances of a rule. */
const named = (resourceAccessRule: string) =>
  isolatedWorkspace()
    .set('mlw', {
      azureId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/mlw',
    })
    .set('stml', acls({ bypass: ['None'], resourceAccessRules: [resourceAccessRule] }));

testRule(trustedServicesNotAdmitted, {
  valid: {
    'services that trusted services may pass': { design: isolatedWorkspace(), passes: 3 },
    'a bypass that is not set, which Azure takes as AzureServices': {
      design: isolatedWorkspace().set('stml', acls({})),
      passes: 3,
    },
    'an account that names the workspace': {
      design: named(
        '/subscriptions/s/resourcegroups/g/providers/microsoft.machinelearningservices/workspaces/mlw',
      ),
      passes: 3,
    },
    'an account that names all workspaces of the subscription': {
      design: named(
        '/subscriptions/s/resourceGroups/*/providers/Microsoft.MachineLearningServices/workspaces/*',
      ),
      passes: 3,
    },
    'an account that is open to all': {
      design: isolatedWorkspace().set('stml', {
        publicNetworkAccess: 'Enabled',
        networkAcls: { bypass: ['None'] },
      }),
    },
  },
  invalid: {
    'an account that names all workspaces of another subscription': {
      design: named(
        '/subscriptions/t/resourceGroups/*/providers/Microsoft.MachineLearningServices/workspaces/*',
      ),
      findings: [
        {
          at: ['stml', 'mlw'],
          message: 'shutOut',
          text: 'stml shuts out mlw: trusted Azure services may not bypass its firewall',
        },
      ],
    },
    'a registry that nothing may bypass': {
      design: isolatedWorkspace().set('crml', acls({ bypass: ['None'] })),
      findings: [
        {
          at: ['crml', 'mlw'],
          message: 'shutOut',
          text: 'crml shuts out mlw: trusted Azure services may not bypass its firewall',
          fix: 'Admit trusted Azure services',
        },
      ],
    },
    'a vault that nothing may bypass': {
      design: isolatedWorkspace().set('kv-ml', acls({ bypass: ['None'] })),
      findings: [
        {
          at: ['kv-ml', 'mlw'],
          message: 'shutOut',
          text: 'kv-ml shuts out mlw: trusted Azure services may not bypass its firewall',
          fix: 'Admit trusted Azure services',
        },
      ],
    },
  },
  undecided: {
    'an account that names all workspaces of a subscription, which may be another': {
      design: named(
        '/subscriptions/s/resourceGroups/*/providers/Microsoft.MachineLearningServices/workspaces/*',
      ).set('mlw', { azureId: undefined }),
      missing: ['the Azure resource id of mlw'],
    },
  },
});
