import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { reviewEstate, xmlFault } from '#testing';
import type { ExportInput } from '../exporter.ts';
import { markdownExporter } from '../markdown/markdown.ts';
import { htmlExporter } from './html.ts';

const design = reviewEstate().build();
const input: ExportInput = {
  design,
  network: deriveNetwork(design),
  result: check(design, { today: '2026-11-23' }),
  today: '2026-11-23',
};
const html = htmlExporter
  .export(input)
  .files.map(({ content }) => content)
  .join('');

describe('the printable review', () => {
  it('loads nothing and runs nothing', () => {
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"`,
    );
    expect(html).not.toMatch(/<script|<link|<iframe|\son\w+=|src="(?!data:)|url\(/i);
  });

  it('nests its elements, the drawing among them', () => {
    const body = html.slice(html.indexOf('<body>'), html.indexOf('</html>'));
    expect(xmlFault(body.replaceAll('<wbr>', ''))).toBeUndefined();
    expect(body.match(/<figure><svg /g)).toHaveLength(1);
  });

  it('prints the drawing on an A3 page of its own, the text of the tables not below 7 points', () => {
    expect(html).toContain('@page drawing { margin: 4mm; size: A3 landscape; }');
    expect(html).toMatch(/figure \{[^}]*page: drawing;/);
    const print = html.slice(html.indexOf('@media print'), html.indexOf('</style>'));
    const points = [...print.matchAll(/font-size: ([\d.]+)pt/g)].map(([, size]) => Number(size));
    expect(points.length).toBeGreaterThan(1);
    expect(Math.min(...points)).toBeGreaterThanOrEqual(7);
  });

  it('has the headings of the Markdown checklist, in its order', () => {
    const [markdown] = markdownExporter.export(input).files;
    const headings = fromMarkdown(markdown?.content ?? '').children.flatMap((block) =>
      block.type === 'heading'
        ? [
            `${block.depth} ${'value' in (block.children[0] ?? {}) ? (block.children[0] as { value: string }).value : ''}`,
          ]
        : [],
    );
    const written = [...html.matchAll(/<h(\d)>([^<]*)<\/h\d>/g)].map(([, depth, text]) => `${depth} ${text}`);
    expect(written).toEqual(headings);
  });
});
