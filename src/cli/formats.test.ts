import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type ExportFormat, exporterFor, writeDesign } from '#exporters';
import { importFiles } from '#importers';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import type { Io } from './io.ts';
import { run } from './run.ts';

const today = '2026-11-23';

/** A program with files of its own; what it prints and writes. */
async function outcome(line: string, files: Readonly<Record<string, string>>) {
  const written = new Map<string, string>();
  const said = { out: '', err: '' };
  const io: Io = {
    readBytes: async (path) => {
      const text = files[path] ?? written.get(path);
      if (text === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      return new TextEncoder().encode(text);
    },
    writeFile: async (path, content) => void written.set(path, String(content)),
    isFolder: async () => false,
    print: (content) => {
      said.out += String(content);
    },
    complain: (text) => {
      said.err += `${text}\n`;
    },
    today: () => today,
    loadRenderer: () => Promise.reject(new Error('not here')),
    loadFonts: async () => ({}),
  };
  const status = await run(line.split(' '), io);
  return { status, written, ...said };
}

const design = (blueprints.at(-1) ?? { build: () => undefined }).build();
if (!design) throw new Error('There is no blueprint');
const text = writeDesign(design);
const files = { 'design.isoplan.json': text };

/** The bytes of a format as the page makes them of the same design, opened from the same file. */
async function onThePage(format: ExportFormat): Promise<string> {
  const opened = importFiles([{ name: 'design.isoplan.json', text }]);
  if (!opened.ok) throw new Error(opened.error);
  const exporter = await exporterFor(format);
  const { files: made } = exporter.export({
    design: opened.design,
    network: deriveNetwork(opened.design),
    result: check(opened.design, { today }),
    today,
    notes: opened.notes,
    sourceFiles: [{ path: 'design.isoplan.json', text }],
  });
  return made.map(({ content }) => content).join('');
}

describe('terminal and page', () => {
  it.each([
    'markdown',
    'html',
    'csv',
    'firewall-csv',
    'outbound-csv',
    'sarif',
    'junit',
    'drawio',
    'mermaid',
  ] as const)('give equal bytes for %s', async (format) => {
    const { out, status } = await outcome(`export design.isoplan.json --to ${format} -o -`, files);
    expect(status).toBe(0);
    expect(out).toBe(await onThePage(format));
  });

  it.each(['markdown', 'sarif', 'junit'] as const)('check prints %s as export writes it', async (format) => {
    const { out } = await outcome(`check design.isoplan.json --format ${format}`, files);
    expect(out).toBe(await onThePage(format));
  });
});

describe('isoplan restore', () => {
  it('gives a sanitised design back byte by byte', async () => {
    const { written, err } = await outcome('export design.isoplan.json --to sanitised', files);
    const [sanitised = '', key = ''] = [...written.keys()];
    expect(key).toMatch(/KEY/);
    expect(err).toContain('Send only the first file');
    const given = Object.fromEntries(written);
    const { out, status } = await outcome(`restore ${sanitised} --key ${key}`, given);
    expect(status).toBe(0);
    expect(out).toBe(text);
  });

  it.each([
    ['restore design.isoplan.json', '--key KEY is missing: the second file of the export.'],
    ['restore design.isoplan.json --key no.json', 'no.json: there is no such file.'],
    [
      'restore design.isoplan.json --key design.isoplan.json',
      'design.isoplan.json: this is not the key of a sanitised design.',
    ],
  ])('“%s” is answered by one line', async (line, message) => {
    const { err, status } = await outcome(line, files);
    expect(err).toBe(`isoplan: ${message}\n`);
    expect(status).toBe(2);
  });
});
