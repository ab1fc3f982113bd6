import { describe, expect, it } from 'vitest';
import type { Design } from '#model';
import { terminal } from '#testing';

describe('isoplan new', () => {
  it('adapts what it writes', async () => {
    const options =
      '--address-space 172.16.0.0/20 --cloud us-government --workspaces 2 --nodes 40 --on-premises yes';
    const { out } = await terminal(`new hub-and-spoke-firewall ${options} -o -`);
    const { goals, resources } = JSON.parse(out) as Design;
    expect(goals.cloud).toBe('us-government');
    const ofKind = (kind: string) => resources.filter((resource) => resource.kind === kind);
    expect(ofKind('region').map(({ name }) => name)).toEqual(['usgovvirginia']);
    expect(ofKind('workspace')).toHaveLength(2);
    expect(ofKind('on-premises-network')).toHaveLength(1);
    expect(ofKind('compute-cluster')).toContainEqual(expect.objectContaining({ maxNodeCount: 40 }));
    for (const network of ofKind('virtual-network'))
      expect(network).toMatchObject({ addressPrefixes: [expect.stringMatching(/^172\.16\./)] });
  });

  it.each([
    ['--workspaces many', '--workspaces many: write a whole number.'],
    ['--workspaces 0', 'The number of workspaces is a whole number from 1 to 20.'],
    ['--on-premises perhaps', '--on-premises perhaps: it is yes or no.'],
    [
      '--cloud china --region westeurope',
      'westeurope is a region of the public cloud, not of Azure operated by 21Vianet.',
    ],
    [
      '--address-space 10.0.0.0',
      '“10.0.0.0” is no address space: write one such as 10.0.0.0/16, with the first address of the range.',
    ],
  ])('refuses new … %s in one line', async (options, said) => {
    const { status, err } = await terminal(`new one-network ${options} -o -`);
    expect({ status, err }).toEqual({ status: 2, err: `isoplan: ${said}\n` });
  });
});
