import { describe, expect, it } from 'vitest';
import { resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';

const id =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw';

const workspaceWith = (properties: object) => {
  const row = {
    id,
    type: 'microsoft.machinelearningservices/workspaces',
    location: 'westeurope',
    properties,
  };
  const result = importFiles([{ name: 'export.json', text: JSON.stringify([row]) }]);
  if (!result.ok) throw new Error(result.error);
  return resourcesOfKind(result.design, 'workspace')[0];
};

const outboundRule = (rule: object) =>
  workspaceWith({
    managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound', outboundRules: { one: rule } },
  })?.managedNetwork?.outboundRules?.[0];

describe('a workspace in an export', () => {
  it('admits selected addresses, however the version of the API writes them', () => {
    const ipRules = [{ value: '20.1.2.0/24' }];
    const listOf = (properties: object) => workspaceWith(properties)?.ipAllowlist;
    expect(listOf({ ipAllowlist: ['20.1.2.0/24'] })).toEqual(['20.1.2.0/24']);
    expect(listOf({ ipAllowlist: [], networkAcls: { defaultAction: 'Deny', ipRules } })).toEqual([
      '20.1.2.0/24',
    ]);
    expect(listOf({ networkAcls: { defaultAction: 'Allow', ipRules } })).toBeUndefined();
  });

  it('tells of an outbound rule what it denies, by which addresses, and whether it works', () => {
    expect(
      outboundRule({
        type: 'ServiceTag',
        category: 'UserDefined',
        status: 'Failed',
        destination: {
          serviceTag: 'DataFactory',
          action: 'Deny',
          addressPrefixes: ['20.0.0.0/8'],
          protocol: 'TCP',
          portRanges: '443',
        },
      }),
    ).toEqual({
      name: 'one',
      type: 'ServiceTag',
      category: 'UserDefined',
      status: 'Failed',
      destination: 'DataFactory',
      action: 'Deny',
      addressPrefixes: ['20.0.0.0/8'],
      protocol: 'TCP',
      portRanges: '443',
    });
  });
});
