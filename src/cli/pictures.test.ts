import { describe, expect, it } from 'vitest';
import { writeDesign } from '#exporters';
import { isolatedWorkspace, pictureRenderer, terminal } from '#testing';

const renderer = await pictureRenderer();

const outcome = (line: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  terminal(line, files, renderer);

const json = writeDesign(isolatedWorkspace().build());

const widthOf = (png: string | Uint8Array | undefined): number => {
  if (!(png instanceof Uint8Array)) throw new Error('no PNG was written');
  return new DataView(png.buffer, png.byteOffset).getUint32(16);
};

describe('pictures', () => {
  it.each(['png', 'svg'])('of %s open again as the very design, and are checked alike', async (format) => {
    const { written, status } = await outcome(`export a.json --to ${format} -o picture --scale 1`, {
      'a.json': json,
    });
    expect(status).toBe(0);
    const files = { 'a.json': json, 'p.bin': written.get('picture') ?? '' };
    expect((await outcome('export p.bin --to json -o -', files)).out).toBe(json);
    const checked = await outcome('check a.json --format json', files);
    expect(await outcome('check p.bin --format json', files)).toEqual(checked);
  });

  it('are as large as the scale says', async () => {
    const at = async (scale: number) =>
      widthOf(
        (await outcome(`export a.json --to png -o picture --scale ${scale}`, { 'a.json': json })).written.get(
          'picture',
        ),
      );
    expect(await at(2)).toBe(2 * (await at(1)));
  });

  it('hold no design where none is wanted, and say so when they are opened', async () => {
    const { written } = await outcome('export a.json --to svg --embed-design off -o picture', {
      'a.json': json,
    });
    const { status, err } = await outcome('check p.svg', { 'p.svg': written.get('picture') ?? '' });
    expect(status).toBe(2);
    expect(err).toBe(
      'isoplan: p.svg: This SVG holds no design: only drawings that Isoplan wrote open again, and some programs strip the design from them.\n',
    );
  });

  it('leave out findings, ground and light as they are told', async () => {
    const options = '--findings off --background transparent --scheme dark';
    const { written } = await outcome(`export a.json --to svg -o picture ${options}`, { 'a.json': json });
    const svg = `${written.get('picture')}`;
    expect(svg.includes('This sheet does not show findings.')).toBe(true);
    expect(
      [...svg.matchAll(/<rect x="0" y="0" width="(\d+)"/g)].filter(([, width]) => Number(width) > 400),
    ).toEqual([]);
    expect(svg.includes('#7DB8E8')).toBe(true);
  });

  it('show a part, found by its name', async () => {
    const { written, status } = await outcome(
      'export a.json --to svg -o picture --select vnet-ml/SNET-endpoints',
      {
        'a.json': json,
      },
    );
    expect(status).toBe(0);
    expect(`${written.get('picture')}`.includes('aria-label="stml,')).toBe(true);
    expect(`${written.get('picture')}`.includes('aria-label="ci-research')).toBe(false);
  });

  it.each([
    ['--scale 5', '--scale 5: no such'],
    ['--background red', '--background red: no such'],
    ['--select nobody', '--select nobody: nothing in the design has this name.'],
  ])('refuse %s in one line', async (options, message) => {
    const { status, err } = await outcome(`export a.json --to png ${options}`, { 'a.json': json });
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
