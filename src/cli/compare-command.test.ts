import { describe, expect, it } from 'vitest';
import { writeDesign } from '#exporters';
import { type DesignBuilder, isolatedWorkspace, terminal } from '#testing';

const base = isolatedWorkspace();
const compared = (after: DesignBuilder, line = 'compare a.json b.json') =>
  terminal(line, { 'a.json': writeDesign(base.build()), 'b.json': writeDesign(after.build()) });

describe('isoplan compare', () => {
  it('ends with 0 where two designs mean the same', async () => {
    expect(await compared(base.reversed())).toMatchObject({
      status: 0,
      out: 'Equal: a.json and b.json mean the same.\n',
    });
    expect((await compared(base, 'compare a.json a.json')).status).toBe(0);
  });

  it('ends with 1 and tells what was added, removed and changed, property by property', async () => {
    const after = base
      .remove('sep-training')
      .set('snet-training', { serviceEndpointPolicies: undefined, addressPrefixes: ['10.0.3.0/24'] })
      .inRegion('key-vault', 'kv-new')
      .goals({ internetOutbound: 'allowed' });
    const { status, out } = await compared(after);
    expect(status).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      'Different: from a.json to b.json, 1 added, 1 removed, 1 changed, 1 goals changed.',
      '',
      'Added (1)',
      '  + Key vault westeurope/kv-new',
      '',
      'Removed (1)',
      '  - Service endpoint policy westeurope/sep-training',
      '',
      'Changed (1)',
      '  ~ Subnet westeurope/vnet-ml/snet-training',
      '      addressPrefixes: 10.0.1.0/24 → 10.0.3.0/24',
      '      serviceEndpointPolicies: westeurope/sep-training → (not set)',
      '',
      'Goals (1)',
      '      internet-outbound: approved → allowed',
    ]);
  });

  it('prints the same as one object', async () => {
    const { out } = await compared(
      base.set('kv-ml', { publicNetworkAccess: 'Enabled' }),
      'compare a.json b.json --format json',
    );
    expect(JSON.parse(out)).toEqual({
      equal: false,
      added: [],
      removed: [],
      changed: [
        {
          kind: 'key-vault',
          name: 'kv-ml',
          path: 'westeurope/kv-ml',
          changes: [{ property: 'publicNetworkAccess', before: 'Disabled', after: 'Enabled' }],
        },
      ],
      goals: [],
    });
  });

  it('says where one is taken as complete and the other is not, and does not count it', async () => {
    const { status, out } = await compared(base.incomplete());
    expect(status).toBe(0);
    expect(out).toContain('The first is taken as complete and the other is not');
  });

  it.each([
    ['compare a.json', 'two FILEs are compared: A and B.'],
    ['compare a.json b.json a.json', 'a.json: two FILEs are compared, no more.'],
    ['compare a.json nowhere.json', 'nowhere.json: there is no such file.'],
    ['compare a.json b.json --format csv', '--format csv: no such format; there are text, json.'],
  ])('“%s” is answered by one line and status 2', async (line, message) => {
    expect(await compared(base, line)).toMatchObject({ status: 2, out: '', err: `isoplan: ${message}\n` });
  });
});
