import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { writeDesign } from '#exporters';
import type { ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { type DesignBuilder, design, isolatedWorkspace, securityRule, terminal } from '#testing';

const hubAndSpoke = blueprints.find(({ id }) => id === 'hub-and-spoke-firewall')?.build();
const files = {
  'hub.json': writeDesign(hubAndSpoke ?? design().build()),
  'ws.json': writeDesign(isolatedWorkspace().build()),
};

const fileOf = (builder: DesignBuilder) => ({ 'd.json': writeDesign(builder.build()) });

/** Two networks that hold the same names, and a storage account that bears a subnet's name. */
const namesakes = design()
  .virtualNetwork('vnet-a', '10.1.0.0/16')
  .virtualNetwork('vnet-b', '10.2.0.0/16')
  .subnet('snet', 'vnet-a', '10.1.1.0/24')
  .subnet('snet', 'vnet-b', '10.2.1.0/24')
  .add('virtual-machine', 'vm', 'snet')
  .add('virtual-machine', 'vm', 'vnet-b/snet')
  .add('client', 'Jane', 'vnet-b/snet')
  .inRegion('storage-account', 'stdata')
  .inRegion('network-security-group', 'nsg');

interface Report {
  readonly verdict: string;
  readonly hops: readonly Record<'at' | 'outcome' | 'by' | 'text', string>[];
  readonly blockers: readonly string[];
  readonly changes: readonly string[];
  readonly assumptions: readonly string[];
}

const traced = async (words: readonly string[], given: Readonly<Record<string, string>> = files) => {
  const { status, out, err } = await terminal(['trace', ...words, '--format', 'json'], given);
  expect(err).toBe('');
  return { status, report: JSON.parse(out) as Report };
};

describe('isoplan trace', () => {
  it('prints one object of the documented keys', async () => {
    const { status, report } = await traced([
      'hub.json',
      '--from',
      'train-cluster',
      '--to',
      'stmlisolated:blob',
    ]);
    expect(status).toBe(0);
    expect(Object.keys(report)).toEqual(['verdict', 'hops', 'blockers', 'changes', 'assumptions']);
    expect(report.verdict).toBe('delivered');
    expect(Object.keys(report.hops[0] ?? {})).toEqual(['at', 'outcome', 'by', 'text']);
    expect(report.blockers).toEqual([]);
    expect(report.changes).toEqual([]);
    expect(report.assumptions).toContain(
      'The connection of pep-storage-blob is taken as Approved: its status is not stated.',
    );
  });

  it('names every blocker and a change for each', async () => {
    const { status, report } = await traced(
      'hub.json --from train-cluster --to www.example.org --port 22'.split(' '),
    );
    expect(status).toBe(1);
    expect(report).toMatchObject({
      verdict: 'denied',
      blockers: ['nsg-training', 'afwp-hub'],
      changes: [
        'Allow TCP 22 to www.example.org in nsg-training',
        'Allow TCP 22 to www.example.org in afwp-hub',
      ],
    });
    expect(report.hops.filter(({ outcome }) => outcome === 'blocks').map(({ at }) => at)).toEqual([
      'nsg-training',
      'afw-hub',
    ]);
  });

  it('takes the title of a fix that would let this packet pass, and of no other', async () => {
    const broken = isolatedWorkspace().set('privatelink.api.azureml.ms', { virtualNetworkLinks: [] });
    const { report } = await traced(['d.json', '--from', 'cpu-cluster', '--to', 'mlw'], fileOf(broken));
    expect(report.verdict).toBe('wrong-address');
    expect(report.changes).toEqual(['Link the zone to vnet-ml']);
    const closed = isolatedWorkspace().set('nsg-training', {
      securityRules: [securityRule(100, 'Deny', 'Outbound', '*', '*')],
    });
    const other = await traced(
      ['d.json', '--from', 'cpu-cluster', '--to', 'www.example.org'],
      fileOf(closed),
    );
    expect(other.report.changes).toEqual(['Allow TCP 443 to www.example.org in nsg-training']);
  });

  it('ends with 3 where it cannot be told, and says what is missing', async () => {
    const unknown = isolatedWorkspace()
      .set('privatelink.blob.core.windows.net', { virtualNetworkLinks: undefined })
      .incomplete();
    const { status, out } = await terminal(
      ['trace', 'd.json', '--from', 'cpu-cluster', '--to', 'stml:blob'],
      fileOf(unknown),
    );
    expect(status).toBe(3);
    expect(out).toMatch(/^Cannot tell: TCP 443 from cpu-cluster may or may not reach stml \(blob\)\.\n/);
    expect(out).toContain('What is missing (1)\n  the virtual network links of private DNS zone');
    expect(out).toContain('    Fetch: az rest');
  });

  it('tells the way in numbered hops, the verdict first', async () => {
    const { out } = await terminal(
      'trace hub.json --from train-cluster --to www.example.org --port 22',
      files,
    );
    const lines = out.split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'Denied: TCP 22 from train-cluster does not reach www.example.org.',
      'Blocked in 2 places. The rest of the way is open.',
      '',
      '  1 ✗ nsg-training',
      '      Rule deny-internet (4000) of nsg-training denies TCP 22 to www.example.org.',
    ]);
    expect(out).toContain('\nWhat to change (2)\n  Allow TCP 22 to www.example.org in nsg-training\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('asks for the hosts behind a service tag where a firewall opens them by name', async () => {
    const words = 'trace hub.json --from train-cluster --to azurefrontdoor.firstparty --format json';
    const { status, out } = await terminal(words, files);
    expect(status).toBe(0);
    expect(out).not.toContain('azurefrontdoor.firstparty');
  });
});

describe('names of isoplan trace', () => {
  it.each([
    ['a name in another case', 'JANE', 'STDATA'],
    ['a name after its container', 'vnet-b/snet/vm', 'stdata'],
    ['a path from the region', 'westeurope/VNET-B/snet/vm', 'stdata'],
    ['an id', 'vnet-b/snet', 'stdata'],
    ['a sub-resource after a colon', 'Jane', 'stdata:FILE'],
    ['a sub-resource after a slash', 'Jane', 'stdata/file'],
    ['a machine by its path', 'Jane', 'vnet-b/snet/vm'],
    ['an address', 'Jane', '10.2.1.9'],
    ['a service tag', 'Jane', 'microsoftcontainerregistry'],
    ['a service tag of a region', 'Jane', 'storage.WestEurope'],
    ['a host name', 'Jane', 'www.Example.org.'],
    ['a host name in letters of its own', 'Jane', 'bücher.example'],
  ])('are taken as %s', async (_, from, to) => {
    const { status, err } = await terminal(
      ['trace', 'd.json', '--from', from, '--to', to],
      fileOf(namesakes),
    );
    expect(err).toBe('');
    expect(status).not.toBe(2);
  });

  it('are Azure resource ids too, and a workspace before its compute', async () => {
    const azureId = '/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/stml';
    const given = fileOf(isolatedWorkspace().set('stml', { azureId }));
    for (const to of [azureId.toUpperCase(), `${azureId}:blob`])
      expect((await traced(['d.json', '--from', 'mlw/cpu-cluster', '--to', to], given)).status).toBe(0);
  });

  it('are deployments after their online endpoint', async () => {
    const endpoint = isolatedWorkspace().inRegion('managed-online-endpoint', 'fraud', {
      workspace: 'mlw',
      deployments: [
        { name: 'blue', egressPublicNetworkAccess: 'Enabled' },
        { name: 'green', egressPublicNetworkAccess: 'Disabled' },
      ],
    });
    const from = async (name: string) =>
      terminal(['trace', 'd.json', '--from', name, '--to', 'www.example.org'], fileOf(endpoint));
    expect((await from('fraud/BLUE')).out).toMatch(/^Delivered: TCP 443 from fraud\/blue reaches /);
    expect((await from('fraud/green')).status).toBe(1);
    expect((await from('fraud')).status).toBe(3);
    expect((await from('fraud/red')).err).toBe(
      'isoplan: --from fraud/red: fraud has no deployment red; there are blue, green.\n',
    );
  });

  const long = `${'a'.repeat(10_000)}`;
  it.each<[readonly string[], string | RegExp]>([
    [
      ['--from', 'vm', '--to', 'stdata'],
      '--from vm: 2 resources have this name; write one of Virtual machine westeurope/vnet-a/snet/vm, Virtual machine westeurope/vnet-b/snet/vm.',
    ],
    [
      ['--from', 'Jane', '--to', 'snet/vm'],
      '--to snet/vm: 2 resources have this name; write one of Virtual machine westeurope/vnet-a/snet/vm, Virtual machine westeurope/vnet-b/snet/vm.',
    ],
    [
      ['--from', 'Jnae', '--to', 'stdata'],
      '--from Jnae: nothing in the design has this name; did you mean Jane?',
    ],
    [
      ['--from', 'Jane', '--to', 'stdta'],
      '--to stdta: nothing in the design has this name; did you mean stdata?',
    ],
    [
      ['--from', 'Jane', '--to', 'MicrosoftContainerRegistri'],
      '--to MicrosoftContainerRegistri: nothing in the design has this name; did you mean MicrosoftContainerRegistry?',
    ],
    [
      ['--from', 'quite another', '--to', 'stdata'],
      '--from quite another: nothing in the design has this name.',
    ],
    [
      ['--from', 'nsg', '--to', 'stdata'],
      '--from nsg: nsg is a network security group, which sends nothing; name a machine, a compute, a client or a subnet.',
    ],
    [
      ['--from', 'Jane', '--to', 'vnet-a'],
      '--to vnet-a: vnet-a is a virtual network, which receives nothing; name a service, a machine, an address or a host.',
    ],
    [
      ['--from', 'Jane', '--to', 'stdata:blub'],
      /^--to stdata:blub: stdata has no sub-resource blub; there are blob, file, /,
    ],
    [['--from', 'Jane'], '--to NAME-OR-HOST is missing.'],
    [['--to', 'stdata'], '--from NAME is missing.'],
    [['--from', ' ', '--to', 'stdata'], '--from NAME is missing.'],
    [['--from', 'Jane', '--to', '10.0.0.300'], '--to 10.0.0.300: write one IPv4 address, such as 10.0.0.4.'],
    [['--from', 'Jane', '--to', '10.0.0.0/8'], '--to 10.0.0.0/8: write one IPv4 address, such as 10.0.0.4.'],
    [
      ['--from', 'Jane', '--to', 'https://x.example/y.z'],
      '--to https://x.example/y.z: write the host name alone: x.example.',
    ],
    [
      ['--from', 'Jane', '--to', '<img src=x onerror=alert(1)>.example'],
      '--to <img src=x onerror=alert(1)>.example: this is no host name.',
    ],
    [
      ['--from', 'Jane', '--to', `${long}.example`],
      /^--to a{79}…: a host name has at most 253 characters\.$/,
    ],
    [['--from', long, '--to', 'stdata'], /^--from a{79}…: nothing in the design has this name\.$/],
    [['--from', 'Jane', '--to', 'stdata', '--port', '0'], '--port 0: write one port from 1 to 65535.'],
    [
      ['--from', 'Jane', '--to', 'stdata', '--port', '65536'],
      '--port 65536: write one port from 1 to 65535.',
    ],
    [
      ['--from', 'Jane', '--to', 'stdata', '--port', '443,80'],
      '--port 443,80: write one port from 1 to 65535.',
    ],
    [['--from', 'Jane', '--to', 'stdata', '--port', '1e3'], '--port 1e3: write one port from 1 to 65535.'],
    [['--from', 'Jane', '--to', 'stdata', '--protocol', 'icmp'], '--protocol icmp: write tcp or udp.'],
    [
      ['--from', 'Jane', '--to', 'stdata', '--format', 'csv'],
      '--format csv: no such format; there are text, json.',
    ],
    [['--from', 'Jane', '--to', 'a\u001b[2J.example'], '--to a\ufffd[2J.example: this is no host name.'],
  ])('%j are answered by one line and status 2', async (words, message) => {
    const { status, out, err } = await terminal(['trace', 'd.json', ...words], fileOf(namesakes));
    expect([status, out]).toEqual([2, '']);
    expect(err.split('\n')).toHaveLength(2);
    const told = err.replace(/^isoplan: /, '').trimEnd();
    if (typeof message === 'string') expect(told).toBe(message);
    else expect(told).toMatch(message);
  });

  it('that nothing but their ids tells apart are listed with these', async () => {
    const twins = design()
      .virtualNetwork('v', '10.0.0.0/16')
      .subnet('s', 'v', '10.0.0.0/24', { defaultOutboundAccess: true })
      .add('virtual-machine', 'vm', 's', { azureId: '/subscriptions/one/vm' })
      .add('virtual-machine', 'vm', 's', { azureId: '/subscriptions/two/vm' });
    const { err } = await terminal('trace d.json --from vm --to www.example.org', fileOf(twins));
    expect(err).toContain('Virtual machine westeurope/v/s/vm (/subscriptions/one/vm), ');
    const { status } = await terminal(
      'trace d.json --from /subscriptions/two/vm --to www.example.org',
      fileOf(twins),
    );
    expect(status).toBe(0);
  });
});

describe('isoplan resolve', () => {
  const resolved = async (words: string, given: Readonly<Record<string, string>> = files) => {
    const { status, out } = await terminal(`resolve ${words} --format json`, given);
    return { status, report: JSON.parse(out) as Record<string, unknown> };
  };

  it('tells the address, whose it is and every server on the way', async () => {
    const { status, report } = await resolved(
      'hub.json --from train-cluster --name stmlisolated.blob.core.windows.net',
    );
    expect(status).toBe(0);
    expect(report).toMatchObject({
      verdict: 'private-address',
      name: 'stmlisolated.blob.core.windows.net',
      endpoint: 'pep-storage-blob',
    });
    expect(Object.keys(report)).toEqual(
      'verdict name addresses endpoint hops missing assumptions'.split(' '),
    );
  });

  it('ends with 0 for an address, 1 for none or a wrong one, and 3 where it cannot be told', async () => {
    const name = '--from cpu-cluster --name stml.blob.core.windows.net';
    const zone = 'privatelink.blob.core.windows.net';
    expect((await resolved('ws.json --from cpu-cluster --name www.example.org')).status).toBe(0);
    const lost = isolatedWorkspace().set('pe-stml-blob', { privateDnsZoneGroups: [] });
    expect(await resolved(`d.json ${name}`, fileOf(lost))).toMatchObject({
      status: 1,
      report: { verdict: 'no-such-name' },
    });
    const apart = isolatedWorkspace().set(zone, { virtualNetworkLinks: [] });
    const wrong = await terminal(`resolve d.json ${name}`, fileOf(apart));
    expect(wrong.status).toBe(1);
    expect(wrong.out).toMatch(/^Public address: [^\n]+ and\s+needs\s+the\s+private\s+one\.\n/);
    const unknown = isolatedWorkspace().set(zone, { virtualNetworkLinks: undefined }).incomplete();
    expect((await resolved(`d.json ${name}`, fileOf(unknown))).status).toBe(3);
  });

  describe('of a name that has to be private, told an address that leads elsewhere', () => {
    const name = '--from cpu-cluster --name stml.blob.core.windows.net';
    const recorded = (address: string) =>
      isolatedWorkspace()
        .set('pe-stml-blob', { privateDnsZoneGroups: [] })
        .set('privatelink.blob.core.windows.net', {
          recordSets: [{ name: 'stml', type: 'A', values: [address] }],
        });
    const last = (report: Record<string, unknown>) => (report.hops as Report['hops']).at(-1);

    it('ends with 1 where nothing has it', async () => {
      const { status, report } = await resolved(`d.json ${name}`, fileOf(recorded('10.0.9.9')));
      expect([status, report.verdict]).toEqual([1, 'wrong-address']);
      expect(last(report)).toMatchObject({ outcome: 'blocks', text: 'Nothing that is shown has 10.0.9.9.' });
      const { out } = await terminal(`resolve d.json ${name}`, fileOf(recorded('10.0.9.9')));
      expect(out).toMatch(/^Wrong address: /);
    });

    it('ends with 3 where more may exist than is shown', async () => {
      const { status, report } = await resolved(`d.json ${name}`, fileOf(recorded('10.0.9.9').incomplete()));
      expect([status, report.missing]).toEqual([3, [{ fact: 'what has the address 10.0.9.9' }]]);
    });

    it('ends with 1 where the endpoint of another service has it', async () => {
      const built = isolatedWorkspace().build();
      const [vault] = deriveNetwork(built).addressesOf('pe-kv-ml-vault' as ResourceId);
      const { status, report } = await resolved(`d.json ${name}`, fileOf(recorded(vault ?? '')));
      expect([status, last(report)?.at]).toEqual([1, 'pe-kv-ml-vault']);
    });
  });

  it('opens its text with the answer', async () => {
    const { out } = await terminal('resolve ws.json --from cpu-cluster --name WWW.example.org', files);
    expect(out).toMatch(
      /^Public address: cpu-cluster is told the public address of www\.example\.org\.\n\n {2}1 ✓ /,
    );
  });

  it.each([
    ['resolve ws.json --from cpu-cluster', '--name HOST is missing.'],
    ['resolve ws.json --name www.example.org', '--from NAME is missing.'],
    [
      'resolve ws.json --from cpu-cluster --name stml',
      '--name stml: write a full host name, such as www.microsoft.com.',
    ],
    [
      'resolve ws.json --from cpu-cluster --name 10.0.0.4',
      '--name 10.0.0.4: this is an address or none, and no host name.',
    ],
  ])('“%s” is answered by one line and status 2', async (line, message) => {
    expect(await terminal(line, files)).toMatchObject({ status: 2, out: '', err: `isoplan: ${message}\n` });
  });
});
