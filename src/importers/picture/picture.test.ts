import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { finishPng, writeDesign } from '#exporters';
import { crc32, emptyDesign, pngSignature } from '#model';
import { importFiles } from '../import-files.ts';
import { inputFileOf } from './picture.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const design = writeDesign(emptyDesign('Über <b>"uns"</b> & ]]> مرحبا'));

const word = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const chunk = (type: string, data: Uint8Array) => {
  const body = [...strToU8(type), ...data];
  return [...word(data.length), ...body, ...word(crc32(Uint8Array.from(body)))];
};
const pngOf = (...chunks: readonly number[][]) =>
  Uint8Array.from([
    ...pngSignature,
    ...chunk('IHDR', new Uint8Array(13)),
    ...chunks.flat(),
    ...chunk('IEND', new Uint8Array()),
  ]);

const opened = (bytes: Uint8Array) => importFiles([inputFileOf('picture', bytes, decode)]);
const answer = (bytes: Uint8Array) => {
  const result = opened(bytes);
  return result.ok ? writeDesign(result.design) : result.error;
};
const svg = (inside: string) =>
  strToU8(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

describe('a PNG', () => {
  const png = finishPng(pngOf(), { design, scale: 2 });

  it('gives back the design that was put inside', () => expect(answer(png)).toBe(design));

  it('says its size on paper: 192 pixels an inch at two pixels a unit', () => {
    const places = [...png].findIndex((_, index) => decode(png.subarray(index, index + 4)) === 'pHYs');
    expect(new DataView(png.buffer).getUint32(places + 4)).toBe(7559);
  });

  it('may hold the text uncompressed, or after other texts', () => {
    const plain = chunk(
      'iTXt',
      Uint8Array.from([...strToU8('isoplan-design\0\0\0\0\0'), ...strToU8(design)]),
    );
    const other = chunk('iTXt', strToU8('Comment\0\0\0\0\0isoplan-design'));
    expect(answer(pngOf(other, plain))).toBe(design);
  });

  it('without a design is refused in one sentence', () =>
    expect(answer(pngOf())).toMatch(/^picture: This PNG holds no design: /));

  it('that is cut off anywhere is never read as a whole one', () => {
    for (let length = pngSignature.length; length < png.length - 12; length += 7)
      expect(answer(png.subarray(0, length))).not.toContain('schemaVersion');
    expect(answer(png.subarray(0, 60))).toContain('may have been cut off');
  });

  it('whose design was damaged is refused, whichever byte it is', () => {
    const start = decode(png).indexOf('isoplan-design');
    for (let at = start + 20; at < png.length - 16; at += 5) {
      const damaged = Uint8Array.from(png);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(answer(damaged)).not.toContain('schemaVersion');
    }
  });

  it('cannot fill the memory', () => {
    const bomb = zlibSync(new Uint8Array(65 * 2 ** 20), { level: 1 });
    const data = new Uint8Array(19 + bomb.length);
    data.set(strToU8('isoplan-design\0\x01\0\0\0'));
    data.set(bomb, 19);
    expect(answer(finishPng(Uint8Array.from(pngOf(chunk('iTXt', data))), { scale: 1 }))).toBe(
      'picture: The design inside the PNG is damaged.',
    );
  });
});

describe('an SVG', () => {
  const inside = (text: string) => svg(`<metadata data-kind="isoplan-design">${text}</metadata>`);
  const markup = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  it('opens where another program has saved it with entities or as character data', () => {
    expect(answer(inside(markup(design)))).toBe(design);
    expect(answer(inside(markup(design).replaceAll('"', '&quot;')))).toBe(design);
    const cdata = design.replaceAll(']]>', ']]\\u003e');
    expect(answer(inside(`<![CDATA[${cdata}]]>`))).toBe(design);
  });

  it('opens with metadata of others before ours', () =>
    expect(
      answer(
        svg(`<metadata>other</metadata><metadata data-kind="isoplan-design">${markup(design)}</metadata>`),
      ),
    ).toBe(design));

  it.each([
    ['<g/>', 'This SVG holds no design'],
    ['<metadata data-kind="isoplan-design">{', 'may have been cut off'],
    ['<metadata data-kind="isoplan-design">{</metadata>', 'may have been cut off'],
    ['<metadata data-kind="isoplan-design">&#x110000;</metadata>', 'This is text, not JSON'],
  ])('with %s inside is refused in one sentence', (text, error) =>
    expect(answer(svg(text))).toContain(error),
  );
});
