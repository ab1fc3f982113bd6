import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import '../testing/fixed-seed.ts';
import type { Design, Note, ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { reviewEstate, xmlFault } from '#testing';
import type { ExportInput } from './exporter.ts';
import { exporterIds, loadExporter } from './load-exporter.ts';

const today = '2026-11-23';
const inputOf = (design: Design): ExportInput => ({
  design,
  network: deriveNetwork(design),
  result: check(design, { today }),
  today,
});

const noteOn = (id: string, text: string, on: string | undefined): Note => ({
  id: id as ResourceId,
  text,
  ...(on === undefined ? {} : { attachedTo: on as ResourceId }),
});

/** The estate with every name replaced, the design's own among them, and with notes that say the same. */
function renamed(name: string): Design {
  const design = reviewEstate().build();
  return {
    ...design,
    name,
    notes: name === '' ? [] : ['stml', undefined].map((on, at) => noteOn(`note ${at}`, name, on)),
    resources: design.resources.map((resource) => {
      const { kind } = resource;
      const isFixed =
        kind === 'private-dns-zone' || kind === 'region' || resource.name === 'AzureFirewallSubnet';
      return isFixed ? resource : { ...resource, name };
    }),
  };
}

const written = async (format: string, input: ExportInput): Promise<string> => {
  const id = exporterIds.find((one) => one === format);
  const files = id ? (await loadExporter(id)).export(input).files : [];
  return files.map(({ content }) => content).join('');
};

const hostileNames = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd|"/c calc"!A1',
  '+1',
  '-rf',
  '@/etc/passwd',
  '\t=1',
  "it's; rm -rf $(HOME) `id` && true",
  '`code` **bold** [x](javascript:1) | pipe',
  'line\nbreak\r\n# heading\n%% comment\n]]>',
  '\u202eright-to-left \u05de\u05d7\u05e7\u05e8',
  'x'.repeat(200),
  '#quot; &amp; &lt;b&gt; end',
  "a' --yes 'b",
  '\u0000\u001b[2J\ud800',
];

/** A shell's view of a script: words in quotes taken out, what is left must be ours alone. */
const withoutQuotes = (script: string): string => script.replaceAll(/'[^']*'(?:\\''[^']*')*/g, "''");

async function expectInert(name: string): Promise<void> {
  const input = inputOf(renamed(name));
  for (const format of ['drawio', 'junit', 'svg'])
    expect(xmlFault(await written(format, input)), format).toBeUndefined();
  const html = await written('html', input);
  expect(html).not.toMatch(
    /<script|<img|onerror=|javascript:/i.test(name) ? /<script|<img|<iframe/i : /<script/i,
  );
  expect(() => JSON.parse(html === '' ? '{}' : JSON.stringify(html)) as unknown).not.toThrow();
  const markdown = fromMarkdown(await written('markdown', input));
  const kinds = new Set(markdown.children.map(({ type }) => type));
  expect([...kinds].filter((type) => !['heading', 'paragraph', 'list', 'code'].includes(type))).toEqual([]);
  JSON.parse(await written('sarif', input));
  for (const line of (await written('mermaid', input)).split('\n'))
    expect(line).toMatch(
      /^flowchart LR$|^\s*(subgraph \w+\[|n\d+\[)"[^"`<>]*(<br\/>[^"`<>]*)?"\]$|^\s*end$|^\s*n\d+ (<-->|---|-\.->|-\.-)(\|"[^"`<>]*"\|)? n\d+$|^\s*class(Def)? [\w,]+ [\w:#,-]+$|^$/,
    );
  for (const format of ['firewall-azure-cli', 'forwarders-azure-cli'])
    for (const line of withoutQuotes(await written(format, input)).split('\n'))
      expect(line).toMatch(
        /^#|^$|^set -euo pipefail$|^: "\$\{RESOURCE_GROUP:\?[a-z ]+\}"$|^az [a-z -]+ \\$|^ {2}--[a-z-]+(=| )('' ?|"\$RESOURCE_GROUP")+( \\)?$/,
      );
  for (const format of ['forwarders-bind', 'forwarders-dnsmasq', 'forwarders-coredns', 'forwarders-windows'])
    for (const line of (await written(format, input)).split('\n'))
      expect(line).toMatch(/^(#|\/\/)|^[\w\s.:;{}=/"'@()$,!-]*$/);
}

describe('a hostile name', () => {
  it.each(hostileNames)('%j is inert in every format', async (name) => {
    await expectInert(name);
  });

  it('of any characters is inert in every format', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 24 }), async (name) => {
        await expectInert(name);
      }),
      { numRuns: 15 },
    );
  });
});
