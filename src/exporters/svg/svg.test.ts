import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { drawScene } from '#drawing';
import { importFiles } from '#importers';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design as build, isolatedWorkspace, xmlFault } from '#testing';
import { escaped } from '../escaped.ts';
import { writeDesign } from '../json/write-design.ts';
import { dateInWords } from './date-in-words.ts';
import { fontFileNames } from './font-files.ts';
import { gridOver, letterOf, placesOf } from './grid.ts';
import { sha256 } from './sha-256.ts';
import { drawSheet } from './sheet.ts';
import { millimetres, printScale } from './sheet-plan.ts';
import { svgExporter } from './svg.ts';

const today = '2026-11-23';
/** Of the report's page for the drawing, millimetres. */
const pageMargin = 4;
const sheetSvg = (input: Parameters<typeof drawSheet>[0]): string => drawSheet(input).svg;
const inputOf = (design: Design) => ({
  design,
  network: deriveNetwork(design),
  result: check(design, { today }),
  today,
});

const [blueprint] = blueprints;
const hub = (): Design => blueprint?.build() ?? build('none').build();

/** A design with errors at cards, at subnets and at both. */
const withoutWayOut = (): Design => {
  const { resources, ...rest } = hub();
  return {
    ...rest,
    resources: resources.filter(({ kind }) => kind !== 'azure-firewall' && kind !== 'private-dns-zone'),
  };
};

const hostile = `<script>alert(1)</script> & "quotes" 'n' ]]> \u0000\ud800 ${'long '.repeat(30)}`;
const named = (name: string): Design =>
  build(name)
    .virtualNetwork(name, '10.0.0.0/16')
    .subnet(`${name} subnet`, name, '10.0.0.0/29')
    .add('virtual-machine', `${name} machine`, `${name} subnet`)
    .inRegion('workspace', `${name} workspace`, { publicNetworkAccess: 'Enabled' })
    .build();

describe('the SVG sheet', () => {
  it('is one well-formed file, named after the design', () => {
    const { files, omissions } = svgExporter.export(inputOf(hub()));
    expect(files.map((file) => file.path)).toEqual([`${hub().name.replace(/\W+/g, '-')}.svg`]);
    expect(files[0]?.content.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(xmlFault(files[0]?.content ?? '')).toBeUndefined();
    expect(omissions).toEqual([]);
  });

  it('gives the same bytes for the same input', () => {
    expect(sheetSvg(inputOf(hub()))).toBe(sheetSvg(inputOf(hub())));
  });

  it('names every finding in full, and counts what is accepted or undecided even when nothing is', () => {
    const input = inputOf(named('plain'));
    const text = sheetSvg(input)
      .replace(/<title>[^<]*<\/title>|<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(input.result.findings.length).toBeGreaterThan(2);
    for (const finding of input.result.findings)
      for (const word of finding.text.split(' ')) expect(text).toContain(escaped(word));
    expect(text).toContain('accepted.');
    expect(text).toContain(dateInWords(today));
  });

  it('grows with its findings rather than cutting them', () => {
    const { result, ...rest } = inputOf(named('plain'));
    const [finding] = result.findings;
    if (!finding) throw new Error('no finding');
    const many = Array.from({ length: 90 }, (_, at) => ({
      ...finding,
      fingerprint: `${at}`,
      text: `Finding number ${at} of many`,
    }));
    const svg = sheetSvg({ ...rest, result: { ...result, findings: many } });
    const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
    const lowest = Math.max(...[...svg.matchAll(/translate\([\d.]+ ([\d.]+)\)/g)].map(([, y]) => Number(y)));
    expect(svg).toContain('Finding number 89 of many');
    expect(lowest).toBeLessThan(height);
  });

  it('loads nothing and runs nothing, whatever names say', () => {
    const svg = sheetSvg(inputOf(named(hostile)));
    expect(xmlFault(svg)).toBeUndefined();
    expect(svg).not.toMatch(/<script|<foreignObject|<image|<use|href=|url\(|\son[a-z]+=/i);
    expect(svg.match(/https?:\/\/[^"<]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  const ourElements = ['svg', 'metadata', 'title', 'g', 'rect', 'path', 'circle', 'text'];
  const names = fc.oneof(
    fc.constantFrom(
      '=cmd|/c calc!A1',
      '`rm -rf`',
      'a|b|c',
      'two\nlines\r\nand more',
      'مرحبا بالعالم',
      '\u202egnp.exe',
      '</metadata><script>alert(1)</script>',
      '"/><image href="https://example.com/x.png" onload="alert(1)"/>',
      ']]><!--',
      '&lt;b&gt; &amp;amp; &#x3c;',
      'x'.repeat(200),
      'language: 日本語, עברית, Ελληνικά, 😀',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  );

  it('takes any name, and gives the very design back', () => {
    fc.assert(
      fc.property(names, (name) => {
        const design = named(name);
        const svg = sheetSvg(inputOf(design));
        expect(xmlFault(svg)).toBeUndefined();
        const bare = svg.replace(/="[^"]*"/g, '=""');
        const [elements, attributes] = [/<([\w:]+)/g, /\s([\w:-]+)=""/g].map(
          (pattern) =>
            new Set([...bare.replace(/>[^<]*</g, '><').matchAll(pattern)].map(([, found]) => found)),
        );
        for (const element of elements ?? []) expect(ourElements).toContain(element);
        for (const attribute of attributes ?? []) expect(attribute).not.toMatch(/^(?:on|href$|src$|xlink)/i);
        const opened = importFiles([{ name: 'a.svg', text: svg }]);
        expect(opened.ok && writeDesign(opened.design)).toBe(writeDesign(design));
      }),
      { numRuns: 40 },
    );
  });

  it('carries its fonts as data and nothing else, those of the scripts that it is written in', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const fonts = Object.fromEntries(fontFileNames.map((name) => [name, bytes(name)]));
    const facesOf = (name: string) => {
      const svg = sheetSvg({ ...inputOf(named(name)), fonts });
      expect(xmlFault(svg)).toBeUndefined();
      const urls = [...svg.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url ?? '');
      return urls.map((url) => atob(url.replace('data:font/woff2;base64,', '')));
    };
    const latin = facesOf('plain');
    expect(latin).toEqual(fontFileNames.filter((name) => /latin-\d/.test(name)));
    expect(facesOf('Łódź Ελλάδα').filter((name) => !latin.includes(name))).toEqual(
      fontFileNames.filter((name) => /(latin-ext|greek)-\d/.test(name)),
    );
  });

  it('says which letters its font lacks, what a selection cuts off, and which paper it needs', () => {
    const said = (input: Parameters<typeof drawSheet>[0]) =>
      drawSheet(input).omissions.map(({ what, because }) => `${what}: ${because}`);
    expect(said(inputOf(named('مرحبا 日本')))[0]).toContain('for Arabic, Chinese');
    const whole = isolatedWorkspace().build();
    const network = whole.resources.find(({ name }) => name === 'vnet-ml');
    const cut = said({ ...inputOf(whole), picture: { selection: network ? [network.id] : [] } });
    expect(cut).toEqual([expect.stringMatching(/^\d+ connections? out of the selection: .* not drawn: /)]);
  });

  it('stays well-formed for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(xmlFault(`<text x="${escaped(text)}">${escaped(text)}</text>`)).toBeUndefined();
      }),
    );
  });

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'has no text of %s below 2.5 mm (7 points) where it fills an A3, nor on the A3 page of the HTML report',
    (_, of) => {
      const svg = sheetSvg(inputOf(of()));
      const [, width = 0, height = 0] = (/^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []).map(
        Number,
      );
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      const page = { width: 420 - 2 * pageMargin, height: 297 - 2 * pageMargin };
      const onPaper = printScale({ width, height }) * millimetres;
      const onPage = Math.min(page.width / width, page.height / height);
      expect(Math.min(...sizes) * Math.min(onPaper, onPage)).toBeGreaterThanOrEqual(2.5);
    },
  );

  it('writes no text smaller than 10', () => {
    const sizes = [...sheetSvg(inputOf(hub())).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) =>
      Number(size),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  });
});

describe('the grid', () => {
  it('goes on past Z', () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });

  it('has cells of about one size', () => {
    const grid = gridOver(0, 0, 1500, 900);
    expect([grid.columns, grid.rows]).toEqual([10, 6]);
  });
});

describe('the places of findings', () => {
  const network = deriveNetwork(withoutWayOut());
  const result = check(withoutWayOut(), { today });
  const scene = drawScene({ design: withoutWayOut(), network, result });
  const [side, count] = [10, 1000];
  const grid = { x: scene.x, y: scene.y, columns: count, rows: count, cellWidth: side, cellHeight: side };
  const places = placesOf(scene, grid, { x: scene.x, y: scene.y, zoom: 1 });
  const cellAt = (x: number, y: number) =>
    `${letterOf(Math.floor((y - grid.y) / side))}${Math.floor((x - grid.x) / side) + 1}`;
  const signs = scene.items.flatMap(({ x, y, markers }) =>
    markers.map((marker) => ({ ...marker, cell: cellAt(x + marker.x, y + marker.y) })),
  );

  it('are those in which its numbers stand', () => {
    expect(signs.length).toBeGreaterThan(5);
    for (const { fingerprint, cell } of signs) expect(places.get(fingerprint)).toContain(cell);
  });
});

describe('sha256', () => {
  it('agrees with the examples of FIPS 180-4', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('hashes what is beyond ASCII as UTF-8', () => {
    expect(sha256('é€😀')).toBe('df9226927fd572c1ee66eec85de1bb139497614899f36e4e90474cb71f6ef9d0');
    expect(sha256('ü')).toBe('607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f');
  });
});

describe('dateInWords', () => {
  it('spells a date, and leaves alone what is none', () => {
    expect(dateInWords('2026-11-23')).toBe('23 November 2026');
    expect(dateInWords('someday')).toBe('someday');
  });
});
