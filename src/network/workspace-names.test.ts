import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design } from '#testing';
import { deriveNetwork } from './index.ts';

const base = (): DesignBuilder =>
  design()
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet', 'spoke', '10.1.1.0/24')
    .subnet('endpoints', 'spoke', '10.1.2.0/24')
    .add('compute-instance', 'ci', 'snet');

const record = (name: string, type: string, ...values: readonly string[]) => ({ name, type, values });

const resolve = (builder: DesignBuilder, from: string, host: string) =>
  deriveNetwork(builder.build()).resolve(from as ResourceId, host);

const clouds = [
  ['public', 'api.azureml.ms', 'notebooks.azure.net', 'inference.ml.azure.com', 'instances.ml.azure.ms'],
  [
    'us-government',
    'api.ml.azure.us',
    'notebooks.usgovcloudapi.net',
    'inference.ml.azure.us',
    'instances.azureml.us',
  ],
  ['china', 'api.ml.azure.cn', 'notebooks.chinacloudapi.cn', 'inference.ml.azure.cn', 'instances.azureml.cn'],
] as const;

describe('names of a workspace (6.1)', () => {
  const guid = '0f1e2d3c-0000-4000-8000-00000000000a';
  const workspace = (cloud: 'public' | 'us-government' | 'china', api: string, notebooks: string) =>
    base()
      .goals({ cloud })
      .inRegion('workspace', 'mlw')
      .set('ci', { workspace: 'mlw' })
      .inRegion('managed-online-endpoint', 'score', { workspace: 'mlw' })
      .privateEndpoint('mlw', 'amlworkspace', 'endpoints', [
        `privatelink.${api}`,
        `privatelink.${notebooks}`,
      ]);

  it.each(clouds)('have each the address of their member in the %s cloud (how-to-custom-dns)', (...names) => {
    const [cloud, api, notebooks, inference, instances] = names;
    const of = workspace(cloud, api, notebooks);
    const at = (host: string) => resolve(of, 'ci', host).addresses;
    expect(at(`${guid}.workspace.westeurope.${api}`)).toEqual(['10.1.2.4']);
    expect(at(`${guid}.workspace.westeurope.cert.${api}`)).toEqual(['10.1.2.4']);
    expect(at(`ml-mlw-westeurope-${guid}.westeurope.${notebooks}`)).toEqual(['10.1.2.5']);
    expect(at(`score.westeurope.${inference}`)).toEqual(['10.1.2.6']);
    expect(at(`ci.westeurope.${instances}`)).toEqual(['10.1.2.4']);
    expect(at(`ci-22.westeurope.${instances}`)).toEqual(['10.1.2.4']);
  });

  it('of serverless API deployments have the address of models', () => {
    const of = workspace('public', 'api.azureml.ms', 'notebooks.azure.net');
    expect(resolve(of, 'ci', 'phi.westeurope.models.ai.azure.com').addresses).toEqual(['10.1.2.7']);
  });

  it('leave static content of notebooks public', () => {
    const of = workspace('public', 'api.azureml.ms', 'notebooks.azure.net');
    expect(resolve(of, 'ci', 'content.aznbcontent.net').outcome).toBe('public-address');
  });

  const byHand = workspace('public', 'api.azureml.ms', 'notebooks.azure.net')
    .set('pe-mlw-amlworkspace', { privateDnsZoneGroups: [] })
    .set('privatelink.api.azureml.ms', {
      recordSets: [
        record(`*.${guid}.inference.westeurope`, 'A', '10.1.2.6'),
        record(`${guid}.workspace.westeurope`, 'A', '10.1.2.4'),
      ],
    });

  it.each([
    [`${guid}.workspace.westeurope.api.azureml.ms`, '10.1.2.4'],
    ['score.westeurope.inference.ml.azure.com', '10.1.2.6'],
    ['ci.westeurope.instances.ml.azure.ms', '10.1.2.4'],
  ])('%s finds its own record among those by hand', (host, address) =>
    expect(resolve(byHand, 'ci', host).addresses).toEqual([address]),
  );

  it('that need an id are undecided where two workspaces answer differently, and decided by the id', () => {
    const two = workspace('public', 'api.azureml.ms', 'notebooks.azure.net').inRegion('workspace', 'other');
    const host = `${guid}.workspace.westeurope.api.azureml.ms`;
    expect(resolve(two, 'ci', host)).toMatchObject({
      outcome: 'cannot-tell',
      missing: [{ fact: `whether ${host} belongs to mlw or other` }],
    });
    expect(resolve(two.set('mlw', { workspaceId: guid }), 'ci', host).addresses).toEqual(['10.1.2.4']);
  });
});
