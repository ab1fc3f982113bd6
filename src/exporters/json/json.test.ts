import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import { importFiles } from '#importers';
import {
  type Design,
  designSchema,
  kinds,
  type Resource,
  type ResourceKind,
  resourceKinds,
  resourceSchemas,
} from '#model';
import { writeDesign } from './write-design.ts';

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 8 }));

/** Values that a schema allows, from the schema itself, so that new properties are tried without a change here. */
function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'readonly') return arbitraryOf(def.innerType);
  if (def.type === 'optional') return fc.option(arbitraryOf(def.innerType), { nil: undefined });
  if (def.type === 'array') return fc.array(arbitraryOf(def.element), { maxLength: 2 });
  if (def.type === 'object')
    return fc
      .record(Object.fromEntries(Object.entries(def.shape).map(([key, item]) => [key, arbitraryOf(item)])))
      .map((value) => Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)));
  if (def.type === 'record')
    return fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      arbitraryOf(def.valueType),
      { maxKeys: 3 },
    );
  if (def.type === 'union') return fc.oneof(...def.options.map(arbitraryOf));
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def.entries));
  if (def.type === 'literal') return fc.constantFrom(...def.values);
  if (def.type === 'boolean') return fc.boolean();
  if (def.type === 'number') return fc.nat({ max: 1_000_000 });
  if (def.type === 'string')
    return 'format' in def
      ? fc.constantFrom('2026-11-23', '2030-01-01')
      : text.filter((value) => (schema as z.ZodMiniType).safeParse(value).success);
  throw new Error(`No values are made for ${def.type}`);
}

const resourceOf = (kind: ResourceKind) => arbitraryOf(resourceSchemas[kind]) as fc.Arbitrary<Resource>;

/** Resources with ids of their own, each in a container that may hold it, where there is one. */
const resources = fc
  .array(fc.constantFrom(...resourceKinds).chain(resourceOf), { maxLength: 8 })
  .map((list) =>
    list.map((resource, at) => {
      const { parent: _, ...rest } = resource;
      const container = list.findIndex(({ kind }) => kinds[resource.kind].parents.includes(kind));
      const placed = { ...rest, id: `r${at}`, ...(container >= 0 && { parent: `r${container}` }) };
      return placed as unknown as Resource;
    }),
  );

const { shape } = designSchema.def.innerType;
const designs = fc
  .record({
    schemaVersion: fc.constant(1 as const),
    name: text,
    source: arbitraryOf(shape.source),
    goals: arbitraryOf(shape.goals),
    resources,
    layout: arbitraryOf(shape.layout),
    accepted: arbitraryOf(shape.accepted),
    expectations: arbitraryOf(shape.expectations).map((list) =>
      (list as object[]).map((one) => ({ ...one, from: 'r0' })),
    ),
  })
  .map((design) => design as unknown as Design);

const reopened = (written: string) => {
  const result = importFiles([{ name: 'design.json', text: written }]);
  if (!result.ok) throw new Error(result.error);
  return result;
};

describe('a design as JSON', () => {
  it('opens as the same design and is written as the same bytes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(designs, (design) => {
        expect(designSchema.safeParse(design).error).toBeUndefined();
        const written = writeDesign(design);
        const { design: opened } = reopened(written);
        expect(opened).toEqual(design);
        expect(writeDesign(opened)).toBe(written);
      }),
      { numRuns: 120 },
    );
  });

  it('covers every kind of resource without a loss', () => {
    for (const kind of resourceKinds)
      fc.assert(
        fc.property(resourceOf(kind), ({ parent: _, ...rest }) => {
          const resource = { ...rest, id: 'r' } as unknown as Resource;
          const design: Design = {
            schemaVersion: 1,
            name: 'one',
            source: { format: 'isoplan', complete: true },
            goals: {},
            resources: [resource],
            layout: {},
            accepted: [],
            expectations: [],
          };
          expect(reopened(writeDesign(design)).design.resources).toEqual([resource]);
        }),
        { numRuns: 20 },
      );
  });

  it('has a fixed order of keys, two spaces and a final newline', () => {
    const design: Design = {
      expectations: [],
      accepted: [],
      layout: { b: { y: 2, x: 1, width: 4, height: 3 }, a: { x: 0, y: 0, width: 1, height: 1 } },
      resources: [{ name: 'weu', tags: { b: '1', a: '2' }, kind: 'region', id: 'a' }],
      goals: {},
      source: { complete: true, format: 'isoplan' },
      name: 'Small',
      schemaVersion: 1,
    } as unknown as Design;
    expect(writeDesign(design)).toMatchInlineSnapshot(`
      "{
        "schemaVersion": 1,
        "name": "Small",
        "source": {
          "complete": true,
          "format": "isoplan"
        },
        "goals": {},
        "resources": [
          {
            "id": "a",
            "kind": "region",
            "name": "weu",
            "tags": {
              "a": "2",
              "b": "1"
            }
          }
        ],
        "layout": {
          "a": {
            "height": 1,
            "width": 1,
            "x": 0,
            "y": 0
          },
          "b": {
            "height": 3,
            "width": 4,
            "x": 1,
            "y": 2
          }
        },
        "accepted": [],
        "expectations": []
      }
      "
    `);
  });
});
