import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { DesignBuilder, design, securityRule } from '#testing';
import { internetGroups } from './internet-groups.ts';

const blueprintOf = (id: string): DesignBuilder => {
  const found = blueprints.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return new DesignBuilder(found.build());
};

const idOf = (builder: DesignBuilder, name: string): string => {
  const found = builder.build().resources.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.id;
};

/** The labels of the chips of a way by what they are about, with what is drawn of them. */
const chipsOf = (design: Design, title: RegExp) =>
  Object.fromEntries(
    internetGroups(deriveNetwork(design))
      .filter((group) => title.test(group.title))
      .flatMap(({ chips }) => chips.map(({ text, state, share, label }) => [text, { state, share, label }])),
  );

const noSignIn = securityRule(100, 'Deny', 'Outbound', '*', 'AzureActiveDirectory');

/** A second subnet with a cluster behind the firewall, which no rule of its own lets to the sign-in. */
function withSecondSubnet(): Design {
  const start = blueprintOf('hub-and-spoke-firewall');
  const network = idOf(start, 'vnet-ml');
  const { routeTable } = start.build().resources.find(({ name }) => name === 'snet-training') as {
    routeTable?: string;
  };
  return start
    .subnet('snet-more', network, '10.77.0.0/24', { ...(routeTable ? { routeTable } : {}) })
    .securityGroup('nsg-more', [noSignIn], 'snet-more')
    .add('compute-cluster', 'more', 'snet-more', {
      maxNodeCount: 2,
      enableNodePublicIp: false,
      workspace: idOf(start, 'mlw-isolated'),
    })
    .build();
}

describe('a chip of the ways out', () => {
  it('tells how many subnets get through where others do not, and which', () => {
    const chips = chipsOf(withSecondSubnet(), /^Out through afw-hub/);
    expect(chips['Entra ID']).toEqual({
      state: 'partly',
      share: '2 of 3 subnets',
      label:
        'Entra ID: 2 of 3 subnets, reached from snet-training, snet-jump; required but blocked from snet-more',
    });
    expect(chips.Batch?.state).toBe('partly');
  });

  it('counts the jump box of people whom the design shows nowhere', () => {
    const start = blueprintOf('hub-and-spoke-firewall');
    const open = start.remove(idOf(start, 'ML engineers'));
    expect(chipsOf(open.build(), /^Out through/)['Entra ID']).toMatchObject({
      state: 'open',
      label: 'Entra ID: reached',
    });
    const shut = open.set(idOf(open, 'nsg-jump'), { securityRules: [noSignIn] });
    expect(chipsOf(shut.build(), /^Out through/)['Entra ID']).toMatchObject({
      state: 'partly',
      share: '1 of 2 subnets',
      label:
        'Entra ID: 1 of 2 subnets, reached from snet-training; required but blocked from snet-jump (vm-jump)',
    });
  });

  it('says of what nobody needs that it is open to some', () => {
    const start = blueprintOf('recommended-without-firewall');
    const { resources } = start.build();
    const groups = resources.filter(({ kind }) => kind === 'network-security-group');
    const shut = securityRule(101, 'Deny', 'Outbound', '*', 'Internet');
    const states = groups.map(({ id }) => {
      const design = start.set(id, { securityRules: [shut] }).build();
      return chipsOf(design, /^Out through/)['Anything else'];
    });
    expect(states).toContainEqual({
      state: 'varied',
      share: '1 of 2 subnets',
      label: expect.stringMatching(/^Any other destination: 1 of 2 subnets, open from .+; closed from /),
    });
  });

  it.each([...blueprints, ...exercises].map(({ id, build }) => [id, build] as const))(
    'holds for all who send in the reference architecture or exercise %s, or tells for how many',
    (_, build) => {
      for (const { chips } of internetGroups(deriveNetwork(build())))
        for (const { state, share } of chips)
          expect(share !== undefined).toBe(state === 'partly' || state === 'varied');
    },
  );
});

describe('a way out', () => {
  it('names what is open beside what is required: a tag that covers sites of anybody above all', () => {
    const chips = chipsOf(blueprintOf('managed-network-approved-outbound').build(), /^Out through/);
    expect(Object.fromEntries(Object.entries(chips).map(([text, { state }]) => [text, state]))).toEqual({
      'Entra ID': 'open',
      'Resource Manager': 'open',
      'ml.azure.com': 'open',
      'Azure ML': 'open',
      'Any site behind Front Door': 'open',
      'Anything else': 'closed',
    });
  });

  const route = (nextHopIpAddress: string) => [
    {
      name: 'default',
      addressPrefix: '0.0.0.0/0',
      nextHopType: 'VirtualAppliance' as const,
      nextHopIpAddress,
    },
  ];
  const behindFirewall = (hop = '10.0.9.4') =>
    design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'vnet', '10.0.9.0/26')
      .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {})
      .subnet('snet-vm', 'vnet', '10.0.1.0/24')
      .subnet('snet-training', 'vnet', '10.0.2.0/24', { defaultOutboundAccess: false })
      .routeTable('rt', route(hop), 'snet-vm')
      .inRegion('workspace', 'mlw', { publicNetworkAccess: 'Disabled' })
      .add('compute-cluster', 'cluster', 'snet-training', {
        workspace: 'mlw',
        maxNodeCount: 2,
        enableNodePublicIp: false,
      });
  const waysOf = (builder: DesignBuilder) =>
    internetGroups(deriveNetwork(builder.build()))
      .filter(({ meaning }) => meaning === 'route')
      .map(({ title, from }) => [title, from]);

  it('stays where a machine alone leaves by it, and says of whom there is none', () => {
    const builder = behindFirewall();
    expect(waysOf(builder)).toEqual([['No way out of snet-training', []]]);
    expect(waysOf(builder.add('virtual-machine', 'vm', 'snet-vm'))).toEqual([
      ['No way out of snet-training', []],
      ['Out through afw', ['afw']],
    ]);
  });

  it('is none where the route leads to an address that nothing in reach has', () => {
    const builder = behindFirewall('10.7.0.4').set('snet-training', { routeTable: 'rt' });
    expect(waysOf(builder)).toEqual([['No way out of snet-training', []]]);
  });
});
