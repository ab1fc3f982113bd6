import { describe, expect, it } from 'vitest';
import { type Design, designSchema, emptyDesign, type Resource } from '#model';
import type { Network, Trace } from '#network';
import type { CheckResult, Finding } from '#rules';
import type { ExportInput } from '../exporter.ts';
import { markdownExporter } from './markdown.ts';

const trace = (part: Partial<Trace>): Trace => ({
  verdict: 'delivered',
  hops: [],
  blockers: [],
  missing: [],
  assumptions: [],
  ...part,
});

const signInFrom = (from: string) => ({
  id: `${from}/entra`,
  from,
  to: { serviceTag: 'AzureActiveDirectory', hosts: ['login.microsoftonline.com'] },
  protocol: 'Tcp',
  port: 443,
  purpose: 'sign-in with Microsoft Entra ID',
  requirement: 'microsoft-entra-id',
  access: 'read-only',
});

/** A network that answers only what the report asks of it. */
const networkOf = (design: Design): Network =>
  ({
    design,
    addressing: (subnet: string) => ({
      subnet,
      capacity: 27,
      used: 29,
      free: -2,
      isSizedByAzure: subnet === 'firewall-subnet',
      arithmetic: '29 of 27',
      uses: [
        { label: 'cluster', count: 20 },
        { label: 'aks', count: 9, arithmetic: '(2 + 1) × 3' },
      ],
    }),
    addressesOf: (id: string) => (id === 'endpoint' ? ['10.2.1.4'] : []),
    isAddressExpected: () => true,
    requiredFlows: () => ['cluster', 'instance'].map(signInFrom),
    jumpBoxes: () => [{ machine: 'jump', signIn: signInFrom('jump') }],
    studioFlows: (machine: string) => [signInFrom(machine)],
    trace: () =>
      trace({
        verdict: 'denied',
        hops: [
          { place: 'snet', outcome: 'passes', by: 'default route', text: '' },
          { place: 'fw', outcome: 'blocks', by: 'no rule', text: '' },
        ],
        assumptions: ['Peering to-hub is taken as Connected.'],
      }),
  }) as unknown as Network;

const resources: readonly unknown[] = [
  { id: 'region', kind: 'region', name: 'westeurope' },
  {
    id: 'network',
    kind: 'virtual-network',
    name: 'spoke',
    parent: 'region',
    addressPrefixes: ['10.2.0.0/16'],
  },
  { id: 'subnet', kind: 'subnet', name: 'snet', parent: 'network', addressPrefixes: ['10.2.1.0/27'] },
  { id: 'storage', kind: 'storage-account', name: 'stdata', parent: 'region' },
  { id: 'cluster', kind: 'compute-cluster', name: 'gpu', parent: 'subnet', maxNodeCount: 20 },
  { id: 'instance', kind: 'compute-instance', name: 'dev', parent: 'subnet' },
  { id: 'jump', kind: 'virtual-machine', name: 'vm-jump', parent: 'region' },
  {
    id: 'zone',
    kind: 'private-dns-zone',
    name: 'privatelink.blob.core.windows.net',
    virtualNetworkLinks: [{ name: 'to-spoke', virtualNetwork: 'network' }],
  },
  {
    id: 'endpoint',
    kind: 'private-endpoint',
    name: 'pe-blob',
    parent: 'subnet',
    target: 'storage',
    groupIds: ['blob'],
    privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['zone'] }],
  },
];

const designOf = (parts: readonly unknown[] = resources, name = 'Estate'): Design =>
  designSchema.parse({ ...emptyDesign(name), goals: { workspace: 'private' }, resources: parts });

const finding = (part: Partial<Finding>): Finding => ({
  rule: 'private-endpoint-missing',
  category: 'Private endpoints',
  severity: 'error',
  verdict: 'failed',
  at: ['storage' as Finding['at'][number]],
  text: 'stdata has no private endpoint for file.',
  remedy: 'Add an endpoint for file.',
  evidence: ['privateEndpointConnections: blob'],
  explanation: {
    why: 'Notebooks live on the file share.',
    sources: [
      {
        title: 'Secure a workspace',
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        checkedOn: '2026-11-23',
        pageDate: '2024-07-08',
      },
    ],
  },
  fixes: [{ title: 'Add the file endpoint', changes: ['pe-file in spoke/snet'] }],
  ghosts: [],
  fingerprint: 'f',
  ...part,
});

const resultOf = (findings: readonly Finding[]): CheckResult => ({
  findings,
  passed: [
    {
      rule: 'subnet-exhausted',
      category: 'Addresses',
      title: 'Subnet has room',
      at: ['subnet' as Finding['at'][number]],
      evidence: '20 of 27',
    },
  ],
  summary: { errors: 1, warnings: 0, notes: 0, passed: 1, cannotTell: 2, accepted: 1 },
});

const write = (
  design: Design,
  findings: readonly Finding[] = [],
  more: Partial<ExportInput> = {},
): string => {
  const { files } = markdownExporter.export({
    design,
    network: networkOf(design),
    result: resultOf(findings),
    today: '2026-11-23',
    ...more,
  });
  return files.map((file) => file.content).join('');
};

/** The part of a report under a heading. */
const under = (report: string, heading: string): string =>
  report.split(/^(?=#{2,4} )/m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

describe('the Markdown checklist', () => {
  it('opens with what is not decided, then goals and what was assumed', () => {
    expect(write(designOf()).split('## Diagram')[0]).toMatchInlineSnapshot(`
      "# Estate

      Network isolation review of 2026-11-23.

      **2 not decided**, 1 error, 0 warnings, 0 notes, 1 passed, 1 accepted.

      ## Goals

      | Goal | Value | Basis |
      | - | - | - |
      | Workspace | private | Stated |
      | Exfiltration prevention | on | Not stated: judged by the strictest |
      | Internet outbound | approved | Not stated: judged by the strictest |
      | Cloud | public | Not stated: judged by the strictest |
      | Software | none | Not stated: judged by the strictest |

      ## Assumptions

      - The design is complete: what is not in it does not exist.
      - Peering to-hub is taken as Connected.

      "
    `);
  });

  it('tells of a failed check its objects, evidence, remedy and fix', () => {
    const hops = [
      { place: 'snet', outcome: 'passes', by: 'default rule', text: 'AllowVnetOutBound lets it pass' },
      { place: 'stdata', outcome: 'blocks', by: 'publicNetworkAccess', text: '' },
    ] as const;
    const traced = finding({ hops });
    expect(under(write(designOf(), [traced]), '#### Private endpoints')).toMatchInlineSnapshot(`
      "#### Private endpoints

      0 not decided, 1 failed, 0 accepted, 0 passed.

      - **Failed, error:** stdata has no private endpoint for file.
        - Objects: stdata (storage account)
        - Why: Notebooks live on the file share.
        - Evidence: privateEndpointConnections: blob
        - Path:
          - snet, passes: AllowVnetOutBound lets it pass
          - stdata, blocks: publicNetworkAccess
        - What to do: Add an endpoint for file.
        - Fix offered: Add the file endpoint: pe-file in spoke/snet
        - Rule: \`private-endpoint-missing\`

      "
    `);
  });

  it('names the missing fact of an undecided check and the command that fetches it', () => {
    const undecided = finding({
      verdict: 'cannot-tell',
      text: 'Zone groups of pe-blob are not shown.',
      evidence: [],
      fixes: [],
      missing: { fact: 'its zone groups', command: 'az rest --method get --url "https://x"' },
    });
    expect(under(write(designOf(), [undecided]), '#### Private endpoints')).toMatchInlineSnapshot(`
      "#### Private endpoints

      1 not decided, 0 failed, 0 accepted, 0 passed.

      - **Cannot tell:** Zone groups of pe-blob are not shown.
        - Objects: stdata (storage account)
        - Why: Notebooks live on the file share.
        - What to do: fetch it and open it with the rest: \`az rest --method get --url "https://x"\`
        - Rule: \`private-endpoint-missing\`

      "
    `);
  });

  it('shows who accepted a finding and why', () => {
    const accepted = finding({
      accepted: { fingerprint: 'f', reason: 'Pilot only', owner: 'A. Person', expires: '2027-01-31' },
    });
    expect(write(designOf(), [accepted])).toContain('- Accepted: by A. Person until 2027-01-31: Pilot only');
  });

  it('lists a check that held with its evidence', () => {
    expect(under(write(designOf()), '#### Addresses')).toMatchInlineSnapshot(`
      "#### Addresses

      0 not decided, 0 failed, 0 accepted, 1 passed.

      | Passed (1 check) | Objects | Evidence | Rule |
      | - | - | - | - |
      | Subnet has room | spoke/snet | 20 of 27 | \`subnet-exhausted\` |

      "
    `);
  });

  it('lists endpoints, zones, forwarders, outbound and addresses in tables', () => {
    const report = write(designOf());
    const tables = [
      '## Private endpoints',
      '## Private DNS zones',
      '## Conditional forwarders',
      '## Required outbound',
      '## Address plan',
    ];
    expect(tables.map((title) => under(report, title)).join('')).toMatchInlineSnapshot(`
      "## Private endpoints

      Expected means: as deployment would set it.

      | Endpoint | Target | Sub-resource | Subnet | Addresses | DNS zones | Names that answer | Status |
      | - | - | - | - | - | - | - | - |
      | pe-blob | stdata | blob | spoke/snet | 10.2.1.4 (expected) | privatelink.blob.core.windows.net | stdata.blob.core.windows.net | Approved (expected) |

      ## Private DNS zones

      | Zone | Linked to | Endpoints with records | Records written by hand |
      | - | - | - | - |
      | privatelink.blob.core.windows.net | spoke | pe-blob | none |

      ## Conditional forwarders

      Every virtual network asks Azure DNS, directly or through a firewall: no forwarder is needed. A DNS server that is added later forwards these.

      | Public suffix | Needed for | Forward to | Present at |
      | - | - | - | - |
      | blob.core.windows.net | pe-blob | 168.63.129.16 from a server in a virtual network | not needed |

      ## Required outbound

      | Purpose | Protocol | Port | To | From | Data can leave | Verdict | Decided by |
      | - | - | - | - | - | - | - | - |
      | sign-in with Microsoft Entra ID | TCP | 443 | tag AzureActiveDirectory; or login.microsoftonline.com | gpu, dev, vm-jump | no | Denied | fw: no rule |

      ## Address plan

      Azure keeps five addresses of every subnet; growth is what clusters take as they grow.

      | Subnet | Prefix | Usable | At smallest size | Growth | At largest size | Free then | Taken by |
      | - | - | - | - | - | - | - | - |
      | spoke/snet | 10.2.1.0/27 | 27 | 2 | 27 | 29 | 2 too few | cluster 20, aks 9 = (2 + 1) × 3 |

      "
    `);
  });

  it('says when an incomplete source leaves absence open', () => {
    const design = designOf();
    const incomplete: Design = { ...design, source: { format: 'azure-export', complete: false } };
    expect(write(incomplete)).toContain('The source is not complete');
  });

  it('names what was not understood, and the pages behind the findings with their dates', () => {
    const report = write(designOf(), [finding({})], {
      notes: [{ what: 'Microsoft.Foo/bars x', because: 'Unknown type' }],
    });
    expect(under(report, '## Not understood') + under(report, '## Sources')).toMatchInlineSnapshot(`
      "## Not understood

      | What | Because |
      | - | - |
      | Microsoft.Foo/bars x | Unknown type |

      ## Sources

      - [Secure a workspace](https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet), page of 2024-07-08, read 2026-11-23
      "
    `);
  });

  it('keeps names inert and on their line', () => {
    const hostile = 'a|b\n# c `d` <script>alert(1)</script> [e](javascript:x) **f** https://evil.example';
    const storage = { id: 'storage', kind: 'storage-account', name: hostile, parent: 'region' };
    const others = (resources as readonly Resource[]).filter(({ id }) => id !== 'storage');
    const report = write(designOf([...others, storage], hostile), [finding({ text: hostile })]);
    const line = report.split('\n').find((one) => one.startsWith('| pe-blob')) ?? '';
    expect(line).toMatchInlineSnapshot(
      `"| pe-blob | a\\|b # c \\\`d\\\` \\<script>alert(1)\\</script> \\[e]\\(javascript:x) \\*\\*f\\*\\* https\\://evil.example | blob | spoke/snet | 10.2.1.4 (expected) | privatelink.blob.core.windows.net | a\\|b # c \\\`d\\\` \\<script>alert(1)\\</script> \\[e]\\(javascript:x) \\*\\*f\\*\\* https\\://evil.example.blob.core.windows.net | Approved (expected) |"`,
    );
    expect(report).not.toMatch(/^# c/m);
    expect(report).not.toMatch(/(?<!\\)<script/);
    expect(report).not.toMatch(/(?<!\\)\[e\]/);
  });

  it('holds names of two hundred characters whole', () => {
    const name = 'x'.repeat(200);
    expect(write(designOf(resources, name))).toContain(`# ${name}\n`);
  });

  it('is the same for the same input', () => {
    expect(write(designOf(), [finding({})])).toBe(write(designOf(), [finding({})]));
  });

  it('gives the file a name that every file system takes', () => {
    const design = designOf([], '../a: b/“c”\u202e');
    const { files } = markdownExporter.export({
      design,
      network: networkOf(design),
      result: resultOf([]),
      today: '2026-11-23',
    });
    expect(files.map((file) => file.path)).toEqual(['a-b-c.md']);
  });
});
