import { describe, expect, it } from 'vitest';
import { drawScene, farNames, levelAt, type SceneItem } from '#drawing';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design } from '#testing';
import { roomsOfSigns } from './rooms-of-signs.ts';

const spokes = Array.from({ length: 12 }, (_, at) => at + 1);
const built = spokes
  .reduce(
    (builder, at) =>
      builder
        .virtualNetwork(`vnet-spoke-${at}`, `10.${at}.0.0/16`)
        .subnet('snet-training', `vnet-spoke-${at}`, `10.${at}.0.0/24`)
        .peering('vnet-hub', `vnet-spoke-${at}`),
    design('Spokes').virtualNetwork('vnet-hub', '10.0.0.0/16').inRegion('workspace', 'mlw'),
  )
  .build();
const scene = drawScene({
  design: built,
  network: deriveNetwork(built),
  result: check(built, { today: '2026-11-27' }),
});
const namesAt = (zoom: number, items: readonly SceneItem[] = scene.items) => {
  const level = levelAt(zoom);
  return farNames(items, level, roomsOfSigns(items, level));
};

describe('farNames', () => {
  it('names every container from wherever it is seen, and each of them so that it can be told', () => {
    for (const zoom of [0.6, 0.5, 0.4, 0.3, 0.2]) {
      const texts = namesAt(zoom).map(({ text }) => text.text);
      for (const at of spokes)
        expect(
          texts.filter((text) => new RegExp(`(^|\\D)${at}$`).test(text)),
          `${at} at ${zoom}`,
        ).toHaveLength(1);
      expect(texts.some((text) => text.includes('hub'))).toBe(true);
      expect(texts).toContain('West Europe');
    }
  });

  it('names the internet and other cards from far away alone', () => {
    const texts = (zoom: number) => namesAt(zoom).map(({ text }) => text.text);
    expect(texts(0.6)).not.toContain('Internet');
    expect(texts(0.3)).toContain('Internet');
  });

  it('writes no name over another', () => {
    for (const zoom of [0.6, 0.4, 0.3, 0.2, 0.15]) {
      const names = namesAt(zoom);
      for (const [at, a] of names.entries())
        for (const b of names.slice(at + 1)) {
          const isOver =
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height - 6 &&
            b.y < a.y + a.height - 6;
          expect(isOver, `${a.text.text} and ${b.text.text} at ${zoom}`).toBe(false);
        }
    }
  });
});
