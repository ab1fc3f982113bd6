import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import { exportFormatIds, writeDesign } from '#exporters';
import { emptyDesign } from '#model';
import { ruleSummaries } from '#rules';
import { terminal } from '#testing';
import packageJson from '../../package.json' with { type: 'json' };

const hub = '/subscriptions/s/resourceGroups/rg-sea/providers/Microsoft.Network/virtualNetworks/hub';
/** A network whose Bastion subnet is too small: one certain error. */
const broken = JSON.stringify([
  {
    id: hub,
    name: 'hub',
    type: 'microsoft.network/virtualnetworks',
    location: 'westeurope',
    properties: {
      addressSpace: { addressPrefixes: ['10.0.0.0/24'] },
      subnets: [{ name: 'AzureBastionSubnet', properties: { addressPrefix: '10.0.0.0/27' } }],
    },
  },
]);
const all = [...blueprints, ...exercises];
const empty = writeDesign(emptyDesign('Nothing yet'));

describe('isoplan check', () => {
  it('ends with 0 where there is no error and 1 where there is one', async () => {
    expect((await terminal('check a.json', { 'a.json': empty })).status).toBe(0);
    expect((await terminal('check b.json', { 'b.json': broken })).status).toBe(1);
  });

  it('prints one object of the documented keys', async () => {
    const { out, status } = await terminal('check b.json --format json --goal software=Conda,PIP', {
      'b.json': broken,
    });
    const report = JSON.parse(out) as Record<'goals' | 'summary', object> & {
      findings: Record<string, unknown>[];
    };
    expect(status).toBe(1);
    expect(Object.keys(report)).toEqual(['design', 'goals', 'summary', 'findings', 'passed', 'notes']);
    expect(report.goals).toEqual({
      workspace: 'private',
      'exfiltration-prevention': 'on',
      'internet-outbound': 'approved',
      cloud: 'public',
      software: ['conda', 'pip'],
    });
    expect(Object.keys(report.summary)).toEqual([
      'errors',
      'warnings',
      'notes',
      'passed',
      'cannotTell',
      'accepted',
    ]);
    const finding = report.findings.find(({ severity }) => severity === 'error');
    expect(finding).toMatchObject({
      verdict: 'failed',
      at: ['AzureBastionSubnet'],
      ids: [`${hub}/subnets/AzureBastionSubnet`],
      accepted: null,
    });
    expect(Object.keys(finding ?? {})).toEqual(
      'rule severity verdict at ids text why remedy accepted fixes evidence sources'.split(' '),
    );
  });

  it('opens a text report with what is not decided and says by which goals it judged', async () => {
    const { out } = await terminal('check b.json --goal workspace=public', { 'b.json': broken });
    expect(out).toContain(
      'Not stated, so judged by the strictest: exfiltration-prevention, internet-outbound (',
    );
    expect(out.split('\n')[3]).toMatch(/^\d+ not decided · 1 error · /);
    expect(out).toContain('\nErrors (1)\n');
  });

  it('reads standard input, and several files as one design', async () => {
    const peer = JSON.stringify([
      { id: `${hub}2`, name: 'hub2', type: 'Microsoft.Network/virtualNetworks', properties: {} },
    ]);
    const { out } = await terminal('check - c.json --format json', { '-': broken, 'c.json': peer });
    expect(JSON.parse(out)).toMatchObject({ design: 'rg-sea' });
  });

  it('shows steering characters of names instead of sending them to the terminal', async () => {
    const design = { ...emptyDesign('a\u001b[2Jb\nc'), resources: [] };
    const { out } = await terminal('check a.json', { 'a.json': writeDesign(design) });
    expect(out.split('\n')[0]).toMatch(/^a\ufffd\[2Jb c · /);
  });

  it('prints the Markdown checklist', async () => {
    const { out } = await terminal('check b.json --format markdown', { 'b.json': broken });
    expect(out).toMatch(/^# /);
  });
});

describe('bad input', () => {
  const files = { 'a.json': empty, 'x.json': 'hello', 'b.json': broken, 'e.json': '' };
  it.each([
    ['', 'no command was given; isoplan help lists them.'],
    ['frob', 'frob: no such command; isoplan help lists them.'],
    ['toString', 'toString: no such command; isoplan help lists them.'],
    ['check', 'no FILE was given.'],
    ['check nowhere.json', 'nowhere.json: there is no such file.'],
    ['check folder', 'folder: this is a folder, not a file.'],
    [
      'check x.json',
      'x.json: This is text, not JSON. Open a design that Isoplan has saved, or an Azure resource export.',
    ],
    ['check e.json', 'e.json: The file is empty.'],
    ['check a.json b.json', 'a.json: an Isoplan design is opened alone, not with other files.'],
    ['check a.json --goal private', '--goal private: write NAME=VALUE, for example workspace=private.'],
    ['check a.json --goal workspace=open', '--goal workspace=open: workspace is private or public.'],
    ['check a.json --date 2026-02-30', '--date 2026-02-30: write a day as YYYY-MM-DD.'],
    ['check a.json --date yesterday', '--date yesterday: write a day as YYYY-MM-DD.'],
    [
      'check a.json --format yaml',
      '--format yaml: no such format; there are text, json, markdown, sarif, junit.',
    ],
    ['check a.json --rules r.json', 'r.json: there is no such file.'],
    [
      'check a.json --parameters p.json',
      '--parameters: templates and their parameters are not in this version.',
    ],
    ['check a.json --frob', "Unknown option '--frob'"],
    ['export a.json', `--to FORMAT is missing; there are ${exportFormatIds.join(', ')}.`],
    ['export a.json --to visio', `--to visio: no such format; there are ${exportFormatIds.join(', ')}.`],
    [
      'export a.json --to json --to markdown -o -',
      '-o -: standard output takes one file at a time, and there are 2.',
    ],
    ['export a.json --to json -o locked.json', 'locked.json: it could not be written (EACCES).'],
    ['export a.json --to png', 'png: the fonts are not beside the program; build it with npm run build.'],
    ['new', `no BLUEPRINT was given; there are ${all.map(({ id }) => id).join(', ')}.`],
    ['rules now', 'now: the command takes nothing more.'],
  ])('“%s” is answered by one line and status 2', async (line, message) => {
    const { status, out, err } = await terminal(line, files);
    expect(err).toBe(`isoplan: ${message}\n`);
    expect(status).toBe(2);
    expect(out).toBe('');
  });
});

describe('isoplan export', () => {
  it('writes each format under the name of the design, or where -o says', async () => {
    const files = { 'b.json': broken };
    expect(
      [...(await terminal('export b.json --to json --to markdown', files)).written.keys()].sort(),
    ).toEqual(['rg-sea.isoplan.json', 'rg-sea.md']);
    const { written } = await terminal('export b.json --to json --to markdown -o deep/folder', files);
    expect([...written.keys()].every((path) => path.startsWith('deep/folder/'))).toBe(true);
    expect([...(await terminal('export b.json --to json -o x.json', files)).written.keys()]).toEqual([
      'x.json',
    ]);
    expect([...(await terminal('export b.json --to json -o out', files)).written.keys()]).toEqual([
      'out/rg-sea.isoplan.json',
    ]);
  });

  it('writes what check reads, byte for byte the same again', async () => {
    const first = await terminal('export b.json --to json -o -', { 'b.json': broken });
    const second = await terminal('export c.json --to json -o -', { 'c.json': first.out });
    expect(first.status).toBe(0);
    expect(second.out).toBe(first.out);
  });

  it('never leaves the folder it writes to, whatever the design is called', async () => {
    const design = writeDesign(emptyDesign('../../etc/passwd'));
    const { written } = await terminal('export a.json --to json --to markdown', { 'a.json': design });
    for (const path of written.keys()) expect(path).not.toMatch(/\/|\.\./);
  });
});

describe('isoplan new and the lists', () => {
  it.each(all.map(({ id }) => id))('writes %s as a design that opens again without a loss', async (id) => {
    const { out } = await terminal(`new ${id} -o -`);
    const again = await terminal('export n.json --to json -o -', { 'n.json': out });
    expect(again.out).toBe(out);
  });

  it('lists one a line, the id first', async () => {
    const ids = async (command: string) =>
      (await terminal(command)).out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]);
    expect(await ids('blueprints')).toEqual(all.map(({ id }) => id));
    expect(await ids('rules')).toEqual(ruleSummaries.map(({ id }) => id));
  });

  it('says its version and its commands', async () => {
    expect((await terminal('--version')).out).toBe(`${packageJson.version}\n`);
    for (const line of ['help', '--help', 'check --help'])
      expect((await terminal(line)).out).toContain('isoplan check');
  });
});
