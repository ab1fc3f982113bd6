import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Design, designSchema, type ResourceKind, resourcesOfKind } from '#model';
import { importFiles } from './import-files.ts';

const folder = new URL('../../../shared/cases/', import.meta.url);
const isThere = existsSync(folder);
const title = isThere ? 'real exports' : 'real exports (skipped: ../shared/cases is absent)';

const textOf = (path: string) => readFileSync(new URL(path, folder), 'utf8');

const open = (path: string, complete?: boolean): Design => {
  const result = importFiles([{ name: path, text: textOf(path) }], { complete });
  if (!result.ok) throw new Error(result.error);
  expect(designSchema.safeParse(result.design).error).toBeUndefined();
  return result.design;
};

const countOf = (design: Design, kind: ResourceKind) =>
  resourcesOfKind(design, kind).filter(({ presence }) => presence === undefined).length;

const exports = [
  'arm-aml-e2e-secure/resources.json',
  'arm-aml-workspace-vnet/resources.a.json',
  'arm-aml-workspace-vnet/resources.b.json',
  'arm-net-fw-forced-tunnel/resources.json',
  'export-psrule-network/Resources.VirtualNetwork.json',
  'export-psrule-network/Resources.Firewall.json',
];

interface Row {
  readonly [key: string]: unknown;
}

describe.skipIf(!isThere)(title, () => {
  it('opens the end-to-end secure workspace whole', () => {
    const design = open('arm-aml-e2e-secure/resources.json', true);
    const counts: Partial<Record<ResourceKind, number>> = {
      'virtual-network': 1,
      subnet: 3,
      'private-endpoint': 5,
      'private-dns-zone': 6,
      'compute-cluster': 1,
      'compute-instance': 1,
      'kubernetes-cluster': 1,
      workspace: 1,
      'virtual-machine': 1,
      bastion: 1,
    };
    for (const [kind, count] of Object.entries(counts))
      expect(countOf(design, kind as ResourceKind), kind).toBe(count);
    expect(design.resources.filter(({ presence }) => presence !== undefined)).toEqual([]);
    for (const { privateDnsZoneGroups } of resourcesOfKind(design, 'private-endpoint'))
      expect(privateDnsZoneGroups).toHaveLength(1);
    for (const { virtualNetworkLinks } of resourcesOfKind(design, 'private-dns-zone'))
      expect(virtualNetworkLinks).toHaveLength(1);
  });

  it('shows the subnet that a run did not create as not shown', () => {
    const design = open('arm-aml-workspace-vnet/resources.b.json', true);
    expect(resourcesOfKind(design, 'subnet').map(({ presence }) => presence)).toEqual(['not-shown']);
    expect(countOf(design, 'private-endpoint')).toBe(0);
  });

  it('reads the classic rules of two firewalls and their management configuration', () => {
    const firewalls = resourcesOfKind(
      open('arm-net-fw-forced-tunnel/resources.json', true),
      'azure-firewall',
    );
    expect(firewalls.map(({ ruleCollections }) => ruleCollections?.length)).toEqual([2, 2]);
    expect(firewalls.map(({ managementSubnet }) => managementSubnet !== undefined)).toEqual([true, false]);
  });

  it('puts malformed and stand-alone subnets into the networks that their names say', () => {
    const design = open('export-psrule-network/Resources.VirtualNetwork.json');
    const networks = new Map(
      resourcesOfKind(design, 'virtual-network').map((one) => [one.id as string, one.name]),
    );
    const subnets = resourcesOfKind(design, 'subnet').map(
      ({ name, parent }) => `${networks.get(parent ?? '')}/${name}`,
    );
    expect(new Set(subnets).size).toBe(subnets.length);
    for (const name of ['A', 'B', 'C', 'H']) expect(subnets).toContain(`vnet-${name}/subnet-A`);
    expect(subnets).toContain('vnet-H/excludedSubnet');
    expect(
      resourcesOfKind(design, 'virtual-network-peering').map(
        ({ name, peeringState }) => `${name} ${peeringState}`,
      ),
    ).toContain('peer-D Disconnected');
  });

  it.each(exports)('gives the same design for %s reordered and split', (path) => {
    const whole = open(path);
    const rows = JSON.parse(textOf(path).replace(/^\uFEFF/, '')) as readonly Row[];
    const files = [
      rows.toReversed().filter((_, at) => at % 2 === 0),
      rows.filter((_, at) => (rows.length - 1 - at) % 2 === 1),
    ];
    const split = importFiles(
      files.map((part, at) => ({ name: `${at}.json`, text: JSON.stringify({ value: part }) })),
    );
    if (!split.ok) throw new Error(split.error);
    expect({ ...split.design, name: '' }).toEqual({ ...whole, name: '' });
  });

  it.each(exports)('gives the same design for %s as a table of columns and rows', (path) => {
    const rows = JSON.parse(textOf(path).replace(/^\uFEFF/, '')) as readonly Row[];
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const table = {
      columns: columns.map((name) => ({ name, type: 'object' })),
      rows: rows.map((row) => columns.map((name) => row[name] ?? null)),
    };
    const result = importFiles([{ name: path, text: JSON.stringify({ data: table }) }]);
    expect(result.ok && result.design).toEqual(open(path));
  });

  it('leaves open what Resource Graph does not list', () => {
    const left = /computes$|privatednszonegroups$/;
    const rows = JSON.parse(textOf('arm-aml-e2e-secure/resources.json')) as readonly { type: string }[];
    const text = JSON.stringify({ data: rows.filter(({ type }) => !left.test(type)) });
    const result = importFiles([{ name: 'graph.json', text }]);
    if (!result.ok) throw new Error(result.error);
    expect(countOf(result.design, 'compute-cluster')).toBe(0);
    for (const endpoint of resourcesOfKind(result.design, 'private-endpoint'))
      expect(endpoint.privateDnsZoneGroups).toBeUndefined();
    for (const zone of resourcesOfKind(result.design, 'private-dns-zone')) {
      expect(zone.recordSets).toBeUndefined();
      expect(zone.virtualNetworkLinks).toHaveLength(1);
    }
  });
});
