import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, isolatedWorkspace, securityRule } from '#testing';
import { deriveNetwork, type Network } from './index.ts';

const id = (text: string) => text as ResourceId;

const login = 'crml.azurecr.io';
const layers = 'crml.westeurope.data.azurecr.io';
const notebooks = 'ml-mlw.westeurope.notebooks.azure.net';

/** The address that a name has in the network, so that no test depends on the order in which Azure gives them out. */
const addressOf = (host: string, builder = isolatedWorkspace()): string =>
  deriveNetwork(builder.build()).resolve(id('ci-research'), host).addresses[0] ?? 'none';

const denying = (...addresses: readonly string[]): DesignBuilder => {
  const base = isolatedWorkspace();
  const group = base.build().resources.find(({ id }) => id === 'nsg-training');
  if (group?.kind !== 'network-security-group') throw new Error('nsg-training has moved');
  const rules = addresses.map((one, at) => securityRule(90 + at, 'Deny', 'Outbound', '*', one));
  return base.set('nsg-training', { securityRules: [...rules, ...group.securityRules] });
};

const routedAway = (address: string): DesignBuilder =>
  isolatedWorkspace().routeTable(
    'rt-training',
    [{ name: 'away', addressPrefix: `${address}/32`, nextHopType: 'None' }],
    'snet-training',
  );

const deniedAtEndpoints = (address: string): DesignBuilder =>
  isolatedWorkspace()
    .set('snet-endpoints', { privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled' })
    .set('nsg-endpoints', { securityRules: [securityRule(100, 'Deny', 'Inbound', '*', address)] });

/** Flows of the instance to one service: what each goes to, and its fate. */
const flowsTo = (network: Network, service: string) =>
  network
    .requiredFlows()
    .filter(({ from, to }) => from === 'ci-research' && to.resource === service)
    .map((flow) => `${flow.member ?? 'main'} ${network.fateOf(flow).verdict}`);

const whole = (network: Network, resource: string, groupId: string) =>
  network.trace({
    from: id('ci-research'),
    to: { resource: id(resource), groupId },
    protocol: 'Tcp',
    port: 443,
  });

describe('required flows to an endpoint with several addresses', () => {
  it.each([
    ['a security rule', (address: string) => denying(address), 'denied'],
    ['a route to nowhere', routedAway, 'no-route'],
    ['a security rule at the endpoint', deniedAtEndpoints, 'denied'],
  ])('tell the layers of images apart where %s stops only them', (_, builderFor, verdict) => {
    const network = deriveNetwork(builderFor(addressOf(layers)).build());
    expect(flowsTo(network, 'crml')).toEqual(['main delivered', `registry_data_westeurope ${verdict}`]);
  });

  it('tell the login server apart where only that is stopped', () => {
    const network = deriveNetwork(denying(addressOf(login)).build());
    expect(flowsTo(network, 'crml')).toEqual(['main denied', 'registry_data_westeurope delivered']);
  });

  it('tell the notebooks of a workspace apart', () => {
    const network = deriveNetwork(denying(addressOf(notebooks)).build());
    expect(flowsTo(network, 'mlw')).toEqual(['main delivered', 'notebook denied']);
  });

  it('of a cluster lead to no notebooks', () => {
    const flows = deriveNetwork(isolatedWorkspace().build()).requiredFlows();
    const members = flows.filter(({ from }) => from === 'cpu-cluster').flatMap(({ member }) => member ?? []);
    expect(members).toEqual(['registry_data_westeurope']);
  });

  it('lead to layers by a name of their own only where a registry has an endpoint or was told to', () => {
    const open = isolatedWorkspace()
      .remove('pe-crml-registry')
      .set('crml', { publicNetworkAccess: 'Enabled' });
    const membersOf = (builder: DesignBuilder) =>
      deriveNetwork(builder.build())
        .requiredFlows()
        .filter(({ from, to }) => from === 'ci-research' && to.resource === 'crml')
        .map(({ member }) => member ?? 'main');
    expect(membersOf(open)).toEqual(['main']);
    expect(membersOf(open.set('crml', { dataEndpointEnabled: true }))).toEqual([
      'main',
      'registry_data_westeurope',
    ]);
  });
});

describe('a packet to a service as a whole', () => {
  it('gets there where each address is reached, without further words', () => {
    const network = deriveNetwork(isolatedWorkspace().build());
    const { verdict, hops } = whole(network, 'crml', 'registry');
    expect(verdict).toBe('delivered');
    expect(hops.map(({ by }) => by)).not.toContain('its addresses');
  });

  it('is stopped where one address is, and says which', () => {
    const address = addressOf(layers);
    const network = deriveNetwork(denying(address).build());
    const { verdict, hops, blockers } = whole(network, 'crml', 'registry');
    expect({ verdict, blockers }).toEqual({ verdict: 'denied', blockers: ['nsg-training'] });
    expect(hops[0]?.text).toBe(
      `crml has several addresses: registry ${addressOf(login)}, registry_data_westeurope ${address}. What follows is the way to registry_data_westeurope ${address}. Packets to registry ${addressOf(login)} get there.`,
    );
  });

  it('has the same fate as its story', () => {
    const network = deriveNetwork(denying(addressOf(layers)).build());
    const query = {
      from: id('ci-research'),
      to: { resource: id('crml'), groupId: 'registry' },
      protocol: 'Tcp',
      port: 443,
    } as const;
    const { verdict, blockers, missing } = network.trace(query);
    expect(network.fateOf(query)).toEqual({ verdict, blockers, missing });
  });

  it('asks for each address of its endpoint, also for those whose name no page says', () => {
    const builder = isolatedWorkspace()
      .inRegion('cosmos-db', 'cosmos', { publicNetworkAccess: 'Disabled' })
      .privateEndpoint('cosmos', 'Sql', 'snet-endpoints', ['privatelink.documents.azure.com']);
    const [, regional = ''] = deriveNetwork(builder.build()).addressesOf(id('pe-cosmos-Sql'));
    expect(whole(deriveNetwork(builder.build()), 'cosmos', 'Sql').verdict).toBe('delivered');
    const stopped = builder.routeTable(
      'rt-training',
      [{ name: 'away', addressPrefix: `${regional}/32`, nextHopType: 'None' }],
      'snet-training',
    );
    const { verdict, hops } = whole(deriveNetwork(stopped.build()), 'cosmos', 'Sql');
    expect(verdict).toBe('no-route');
    expect(hops[0]?.text).toContain(`What follows is the way to ${regional}.`);
  });

  it('names everything that has to change, at whichever address', () => {
    const network = deriveNetwork(
      denying(addressOf(login))
        .routeTable(
          'rt-training',
          [{ name: 'away', addressPrefix: `${addressOf(layers)}/32`, nextHopType: 'None' }],
          'snet-training',
        )
        .build(),
    );
    expect(whole(network, 'crml', 'registry').blockers).toEqual(['nsg-training', 'rt-training']);
  });

  it('goes to the one name that is said', () => {
    const network = deriveNetwork(denying(addressOf(layers)).build());
    const verdictOf = (host: string) =>
      network.trace({ from: id('ci-research'), to: { hosts: [host] }, protocol: 'Tcp', port: 443 }).verdict;
    expect(verdictOf(login)).toBe('delivered');
    expect(verdictOf(layers)).toBe('denied');
  });
});
