import { describe, expect, it } from 'vitest';
import { resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';

const group = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-fen/providers';
const workspace = `${group}/Microsoft.MachineLearningServices/workspaces/mlw-fen`;
const subnet = `${group}/Microsoft.Network/virtualNetworks/vnet-fen/subnets/snet-jobs`;

const open = (rows: readonly object[]) => {
  const result = importFiles([{ name: 'fen.json', text: JSON.stringify(rows) }], { complete: true });
  if (!result.ok) throw new Error(result.error);
  return result.design;
};

describe('answers of az ml', () => {
  it('tell of a workspace in words of their own', () => {
    const design = open([
      {
        id: workspace,
        name: 'mlw-fen',
        resource_group: 'rg-fen',
        location: 'northeurope',
        public_network_access: 'Disabled',
        storage_account: `${group}/Microsoft.Storage/storageAccounts/stfen`,
        image_build_compute: 'builder',
        managed_network: {
          isolation_mode: 'allow_only_approved_outbound',
          outbound_rules: [
            { name: 'pip', type: 'fqdn', destination: 'pypi.org', category: 'user_defined' },
            {
              name: 'data',
              type: 'private_endpoint',
              destination: {
                service_resource_id: `${group}/Microsoft.Storage/storageAccounts/stlake`,
                subresource_target: 'dfs',
              },
            },
          ],
        },
        serverless_compute: { custom_subnet: subnet, no_public_ip: true },
      },
    ]);
    expect(resourcesOfKind(design, 'workspace')[0]).toMatchObject({
      publicNetworkAccess: 'Disabled',
      imageBuildCompute: 'builder',
      managedNetwork: {
        isolationMode: 'AllowOnlyApprovedOutbound',
        outboundRules: [
          { name: 'pip', type: 'FQDN', destination: 'pypi.org' },
          { name: 'data', type: 'PrivateEndpoint', subresourceTarget: 'dfs' },
        ],
      },
    });
    expect(resourcesOfKind(design, 'storage-account').map(({ name }) => name)).toEqual(['stfen']);
    expect(resourcesOfKind(design, 'serverless-compute')[0]?.serverlessComputeNoPublicIP).toBe(true);
  });

  it('tell of computes', () => {
    const design = open([
      {
        id: `${workspace}/computes/jobs`,
        name: 'jobs',
        type: 'amlcompute',
        size: 'Standard_DS3_v2',
        min_instances: 0,
        max_instances: 6,
        enable_node_public_ip: false,
        network_settings: { subnet },
      },
      {
        id: `${workspace}/computes/ci-fen`,
        name: 'ci-fen',
        type: 'computeinstance',
        ssh_public_access_enabled: true,
        network_settings: { subnet },
      },
    ]);
    const [cluster] = resourcesOfKind(design, 'compute-cluster');
    expect(cluster).toMatchObject({ maxNodeCount: 6, enableNodePublicIp: false });
    const [instance] = resourcesOfKind(design, 'compute-instance');
    expect(instance).toMatchObject({ sshPublicAccess: 'Enabled', parent: cluster?.parent });
  });
});

describe('the answer of az storage account', () => {
  it('names subnets by virtualNetworkResourceId', () => {
    const rules = [{ action: 'Allow', virtualNetworkResourceId: subnet }];
    const design = open([
      {
        id: `${group}/Microsoft.Storage/storageAccounts/stfen`,
        type: 'Microsoft.Storage/storageAccounts',
        networkRuleSet: { defaultAction: 'Deny', virtualNetworkRules: rules },
      },
    ]);
    expect(resourcesOfKind(design, 'storage-account')[0]?.networkAcls?.virtualNetworkRules).toHaveLength(1);
  });
});
