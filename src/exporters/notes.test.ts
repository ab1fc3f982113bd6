import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../testing/fixed-seed.ts';
import { type Design, type Note, noteText, type ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design, xmlFault } from '#testing';
import type { ExportInput, ExportResult } from './exporter.ts';
import { exporterIds, loadExporter } from './load-exporter.ts';

const today = '2026-11-23';
const id = (text: string) => text as ResourceId;

const noted = (...notes: readonly Note[]): Design => ({
  ...design().add('region', 'westeurope').add('key-vault', 'kv', 'westeurope').build(),
  notes,
});
const exported = async (format: (typeof exporterIds)[number], from: Design): Promise<ExportResult> => {
  const input: ExportInput = {
    design: from,
    network: deriveNetwork(from),
    result: check(from, { today }),
    today,
  };
  return (await loadExporter(format)).export(input);
};
const written = async (...of: Parameters<typeof exported>) =>
  (await exported(...of)).files.map(({ content }) => content).join('');

const two = noted(
  { id: id('n1'), text: 'Why here:\n<b>the only way out</b>', attachedTo: id('kv'), tone: 'security' },
  { id: id('n2'), text: 'See https://example.com/4711' },
);

describe('notes', () => {
  it('are listed in the checklist, line by line, as plain words', async () => {
    const text = await written('markdown', two);
    expect(text).toContain(
      '## Notes\n\nWords of people on the drawing. They decide no check.\n\n- **On kv:** Why here:\n\n  \\<b>the only way out\\</b>\n- See https\\://example.com/4711\n',
    );
    expect(await written('markdown', noted())).not.toContain('## Notes');
  });

  it('are listed in the printable review, and on its drawing', async () => {
    const text = await written('html', two);
    expect(text).toMatch(/<h2[^>]*>Notes<\/h2>/);
    expect(text).toContain('<strong>On kv:</strong> Why here:<br>&lt;b&gt;the only way out&lt;/b&gt;');
    expect(text).not.toContain('<b>the only');
    expect(text).not.toContain('href="https://example.com/4711"');
    expect(text).toContain('aria-label="Note on kv: Why here:');
  });

  it('are sheets in draw.io, on a line to what they are on', async () => {
    const text = await written('drawio', two);
    expect(xmlFault(text)).toBeUndefined();
    expect(text).toContain('value="Why here:&lt;br&gt;&amp;lt;b&amp;gt;the only way out&amp;lt;/b&amp;gt;"');
    expect(text).toMatch(/<mxCell id="n0"[^>]* style="shape=note;[^"]*fillColor=#FAE6F0;/);
    expect(text).toMatch(/source="n0" target="r\d+"/);
    expect(text).not.toContain('source="n1"');
  });

  it('are in the design as they are', async () => {
    expect(JSON.parse(await written('json', two))).toMatchObject({ notes: two.notes });
  });

  const holding: readonly string[] = ['svg', 'markdown', 'html', 'drawio', 'json', 'sanitised'];

  it.each(exporterIds.filter((one) => !holding.includes(one)))(
    'are said to be left out of %s',
    async (format) => {
      const { omissions } = await exported(format, two);
      expect(omissions).toContainEqual({
        what: '2 notes on the drawing',
        because: 'The format has no place for them; the pictures, the checklist and the design do.',
      });
      const none = await exported(format, noted());
      expect(none.omissions.map(({ what }) => what)).not.toContain('2 notes on the drawing');
    },
  );

  it('are drawn with all their words, whatever these are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '=cmd|"/c calc"!A1',
            '\u202eright-to-left \u05de\u05d7\u05e7\u05e8',
            'x'.repeat(1000),
            'a\n\n]]>\n--> &amp;',
          ),
        ),
        async (words) => {
          const text = noteText(words);
          fc.pre(text !== '');
          const svg = await written('svg', noted({ id: id('n1'), text }));
          expect(xmlFault(svg)).toBeUndefined();
          expect(svg).not.toContain('<script');
          const sheet = svg.slice(svg.indexOf('aria-label="Note: '));
          const drawn = [
            ...sheet.slice(0, sheet.indexOf('</g></g>')).matchAll(/<text[^>]*>([^<]*)<\/text>/g),
          ];
          const glyphs = (said: string) => said.replaceAll(/\s/g, '');
          expect(glyphs(unescaped(drawn.map(([, said]) => said).join('')))).toBe(
            glyphs(text).replaceAll(/[\ufffe\uffff]/g, '\ufffd'),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
