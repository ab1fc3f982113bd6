import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#importers';
import type { Design } from '#model';
import { check } from './check.ts';

const folder = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));
const today = '2026-11-23';

const open = (name: string, complete: boolean, strip: readonly string[] = []): Design => {
  const rows = JSON.parse(readFileSync(folder + name, 'utf8')) as readonly { type?: string }[];
  const text = JSON.stringify(rows.filter(({ type }) => !type || !strip.some((one) => type.endsWith(one))));
  const result = importFiles([{ name, text }], { complete });
  if (!result.ok) throw new Error(result.error);
  return result.design;
};

/** Rule and severity of what fails, each once. */
const found = (design: Design) => [
  ...new Set(
    check(design, { today })
      .findings.filter(({ verdict }) => verdict === 'failed')
      .map(({ rule, severity }) => `${severity} ${rule}`),
  ),
];
const undecided = (design: Design) => [
  ...new Set(
    check(design, { today })
      .findings.filter(({ verdict }) => verdict === 'cannot-tell')
      .map(({ missing }) => missing?.fact),
  ),
];
const of = (findings: readonly string[], severity: string) =>
  findings
    .filter((one) => one.startsWith(severity))
    .map((one) => one.slice(severity.length + 1))
    .sort();

/** What Resource Graph does not list. */
const leftOut = ['/computes', '/privatednszonegroups', '/virtualnetworklinks'];

describe.skipIf(!existsSync(folder))('real inputs (skipped where the shared cases are absent)', () => {
  it('finds every fault of the end-to-end secure workspace, and no other error', () => {
    const findings = found(open('arm-aml-e2e-secure/resources.json', true));
    expect(of(findings, 'error')).toEqual([
      'compute-has-public-ip',
      'egress-not-restricted',
      'private-dns-zone-wrong',
      'subnet-too-small',
    ]);
    expect(of(findings, 'warning')).toEqual(['monitor-public', 'public-network-access']);
    expect(of(findings, 'note')).toEqual([
      'compute-shares-subnet-with-endpoints',
      'kubernetes-egress-public',
      'kubernetes-networking-retired',
      'legacy-batch-inbound',
      'private-endpoint-optional',
      'registry-admin-user',
    ]);
  });

  it('raises no false alarm about the same estate as Resource Graph lists it', () => {
    const design = open('arm-aml-e2e-secure/resources.json', false, leftOut);
    expect(of(found(design), 'error')).toEqual(['subnet-too-small']);
    expect(undecided(design)).toEqual(
      expect.arrayContaining(['the DNS zone groups of private endpoints', 'the computes of the workspace']),
    );
  });

  it('finds what a workspace behind a virtual network lacks', () => {
    const findings = found(open('arm-aml-workspace-vnet/resources.a.json', true));
    expect(of(findings, 'error')).toEqual(['private-endpoint-missing', 'public-network-access']);
    expect(of(findings, 'warning')).toContain('network-security-group-missing');
    expect(findings.join()).not.toContain('image-build-compute-missing');
  });

  it('finds what a workspace without any network lacks', () => {
    const findings = found(open('arm-aml-workspace-vnet/resources.b.json', true));
    expect(of(findings, 'error')).toEqual([
      'private-endpoint-missing',
      'public-network-access',
      'reference-dangling',
    ]);
  });

  it('judges networks where there is no workspace', () => {
    const findings = found(open('export-psrule-network/Resources.VirtualNetwork.json', true));
    expect(of(findings, 'error')).toEqual(
      expect.arrayContaining(['peering-not-connected', 'subnet-overlap']),
    );
    expect(of(findings, 'warning')).toContain('network-security-group-missing');
    expect(of(findings, 'note')).toEqual(
      expect.arrayContaining([
        'address-space-overlap',
        'default-outbound-access',
        'network-security-group-unattached',
      ]),
    );
  });

  it('finds the open jump box and the vague firewall rules', () => {
    const findings = found(open('arm-net-fw-forced-tunnel/resources.json', true));
    expect(of(findings, 'error')).toEqual(['inbound-open-to-internet']);
    expect(of(findings, 'warning')).toEqual([
      'firewall-application-rule-without-source',
      'firewall-rule-any-any',
    ]);
  });
});
