import { describe, expect, it } from 'vitest';
import { designSchema, findResource, mayLieIn, referencesOf } from '#model';
import { check } from '#rules';
import { hubAndSpokeFirewall } from './hub-and-spoke-firewall.ts';

const design = hubAndSpokeFirewall.build();

describe('the hub and spoke with a firewall', () => {
  it('is a valid document', () => {
    expect(designSchema.parse(design)).toEqual(design);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(hubAndSpokeFirewall.build())).toBe(JSON.stringify(design));
  });

  it('holds each id once, and names none that is not there', () => {
    const known = design.resources.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    expect(design.resources.flatMap(referencesOf).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('places every resource where it may lie', () => {
    const misplaced = design.resources.filter(
      ({ kind, parent }) => !mayLieIn(kind, findResource(design, parent)?.kind),
    );
    expect(misplaced).toEqual([]);
  });

  it('has no error, no warning and nothing undecided', () => {
    const { findings, passed } = check(design, { today: '2026-11-23' });
    const texts = findings
      .filter(({ severity, verdict }) => severity !== 'note' || verdict === 'cannot-tell')
      .map(({ rule, text }) => `${rule}: ${text}`);
    expect(texts).toEqual([]);
    expect(passed.length).toBeGreaterThan(20);
  });
});
