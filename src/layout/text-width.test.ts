import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsize, ellipsizeMiddle, type Font, textWidth, wrapText } from './text-width.ts';

const font: Font = { size: 10, weight: 600 };

describe('textWidth', () => {
  it("knows Inter's own advance widths", () => {
    // Advances of 0.574, 0.283 and 0.956 em at weight 600.
    expect(textWidth('a', font)).toBeCloseTo(5.74, 1);
    expect(textWidth('…', font)).toBeCloseTo(9.56, 1);
    expect(textWidth('10.0.0.0/8', { size: 10, weight: 500, family: 'mono' })).toBeCloseTo(60, 5);
  });

  it('gives every text a finite width that grows with it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (a, b) => {
        const one = textWidth(a, font);
        expect(Number.isFinite(one)).toBe(true);
        expect(textWidth(a + b, font)).toBeGreaterThanOrEqual(one);
      }),
    );
  });
});

describe.each([ellipsize, ellipsizeMiddle])('%o', (cut) => {
  it('never gives more than fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.integer({ min: 20, max: 400 }), (text, room) => {
        const shown = cut(text, room, font);
        expect(textWidth(shown, font)).toBeLessThanOrEqual(room);
        if (shown !== text) expect(shown).toContain('…');
      }),
    );
  });
});

describe('ellipsizeMiddle', () => {
  it('keeps names apart that differ at their end', () => {
    const [blob, file] = ['blob', 'file'].map((end) =>
      ellipsizeMiddle(`pe-storage-account-of-the-team-${end}`, 120, font),
    );
    expect(blob).not.toBe(file);
    expect(blob).toMatch(/^pe-.*….*-blob$/);
  });
});

describe('wrapText', () => {
  it('breaks a name after a sign that parts it, and anywhere where there is none', () => {
    const width = textWidth('snet-private-endpoints-is', font);
    expect(wrapText('snet-private-endpoints-isolated', width, font)).toEqual([
      'snet-private-endpoints-',
      'isolated',
    ]);
    expect(wrapText('privateendpointsisolated', textWidth('privateend', font), font).join('')).toBe(
      'privateendpointsisolated',
    );
  });

  it('loses nothing and keeps within the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const lines = wrapText(text, 80, font);
        for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(80);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
