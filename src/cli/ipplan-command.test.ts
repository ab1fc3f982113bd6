import { describe, expect, it } from 'vitest';
import { writeDesign } from '#exporters';
import { type DesignBuilder, design, terminal } from '#testing';

const plan = design('Plan')
  .virtualNetwork('vnet', '10.0.0.0/22')
  .subnet('snet-pods', 'vnet', '10.0.0.0/25')
  .subnet('snet-train', 'vnet', '10.0.1.0/28')
  .subnet('AzureFirewallSubnet', 'vnet', '10.0.2.0/26')
  .add('azure-firewall', 'afw', 'AzureFirewallSubnet')
  .add('kubernetes-cluster', 'aks', 'snet-pods', {
    networkPlugin: 'azure',
    agentPoolProfiles: [{ name: 'p', count: 1, maxCount: 2, maxPods: 30 }],
  })
  .add('compute-cluster', 'train', 'snet-train', { minNodeCount: 1, maxNodeCount: 10 });

const filesOf = (builder: DesignBuilder) => ({ 'd.json': writeDesign(builder.build()) });

describe('isoplan ipplan', () => {
  it('tells what is taken now, what is planned, what is free and where the next prefix is', async () => {
    const { status, out } = await terminal('ipplan d.json --format json', filesOf(plan));
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      design: 'Plan',
      fits: true,
      networks: [
        {
          name: 'vnet',
          size: 1024,
          allotted: 208,
          nextFreePrefix: '10.0.3.0/24',
          subnets: [
            {
              name: 'snet-pods',
              capacity: 123,
              usedNow: 31,
              planned: 93,
              free: 30,
              short: 0,
              nextFreePrefix: '10.0.0.128/25',
              verdict: 'fits',
              uses: [{ label: 'aks', count: 93, arithmetic: '(2 + 1) × (1 + 30)' }],
            },
            { name: 'snet-train', capacity: 11, usedNow: 1, planned: 10, free: 1, verdict: 'fits' },
            { name: 'AzureFirewallSubnet', capacity: 59, verdict: 'sized by Azure' },
          ],
        },
      ],
    });
  });

  it('ends with 1 where something does not fit, and names a prefix that is large enough', async () => {
    const full = plan.set('train', { maxNodeCount: 20 });
    const { status, out } = await terminal('ipplan d.json --format json', filesOf(full));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      fits: false,
      networks: [
        {
          subnets: [{}, { short: 9, free: 0, verdict: 'does not fit', nextFreePrefix: '10.0.0.128/27' }, {}],
        },
      ],
      problems: [{ rule: 'subnet-exhausted', severity: 'error' }],
    });
  });

  it('names a free prefix for a new network, none that is forbidden', async () => {
    const taken = plan.add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['10.0.0.0/8', '172.16.0.0/16'],
    });
    const { out } = await terminal('ipplan d.json --format json', filesOf(taken));
    expect(JSON.parse(out)).toMatchObject({ nextFreeNetwork: '172.18.0.0/16' });
    const text = await terminal('ipplan d.json', filesOf(plan));
    expect(text.out).toContain('Next free prefix for a new network: 10.1.0.0/16,');
  });

  it('ends with 1 where prefixes overlap', async () => {
    const { status, out } = await terminal(
      'ipplan d.json',
      filesOf(plan.subnet('snet-again', 'vnet', '10.0.1.8/29')),
    );
    expect(status).toBe(1);
    expect(out).toContain('error: snet-again and snet-train overlap in vnet');
    expect(out).toContain('✗ overlaps snet-again\n');
  });

  it('prints a table with the arithmetic below it', async () => {
    const { out } = await terminal('ipplan d.json', filesOf(plan));
    expect(out).toContain(
      'vnet  10.0.0.0/22\n  208 of 1,024 addresses allotted to subnets; next free prefix 10.0.3.0/24\n',
    );
    expect(out).toMatch(/\n {2}snet-pods +10\.0\.0\.0\/25 +123 +31 +93 +30 {2}10\.0\.0\.128\/25 +✓\n/);
    expect(out).toContain('    snet-pods: aks 93 = (2 + 1) × (1 + 30)\n');
    expect(out).toContain('warning: snet-train is 90 % full: 10 of 11 addresses');
  });

  it('lists on-premises networks, and says where there is none at all', async () => {
    const office = plan.add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['192.168.0.0/16'],
    });
    expect((await terminal('ipplan d.json', filesOf(office))).out).toContain(
      '\noffice  192.168.0.0/16  on-premises\n',
    );
    expect((await terminal('ipplan d.json', filesOf(design('None')))).out).toContain(
      'The design has no network.',
    );
  });

  it('writes a row for every network and subnet as CSV', async () => {
    const { out } = await terminal('ipplan d.json --format csv', filesOf(plan));
    const rows = out.split('\r\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe(
      'Network,Subnet,Prefix,Size,Usable,Used now,Planned at largest,Free,Short,Next free prefix,Verdict,Taken by',
    );
    expect(rows[2]).toBe(
      'vnet,snet-pods,10.0.0.0/25,128,123,31,93,30,0,10.0.0.128/25,fits,aks 93 = (2 + 1) × (1 + 30)',
    );
  });

  it.each([
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['a;=1', "a;'=1"],
    ['a,"=1', `"a,""=1"`],
    ['\uff1d1', "'\uff1d1"],
  ])('keeps a spreadsheet from taking %j for a formula', async (name, cell) => {
    const { out } = await terminal(
      'ipplan d.json --format csv',
      filesOf(design('Names').virtualNetwork(name, '10.0.0.0/16')),
    );
    expect(out.split('\r\n')[1]).toMatch(new RegExp(`^${cell.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')},`));
  });
});
