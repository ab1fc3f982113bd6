import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flatMapped } from './flat-mapped.ts';

it('a list is mapped and made flat by one level, as the language does it', () => {
  const item = fc.oneof(fc.integer(), fc.array(fc.array(fc.integer())), fc.constant(undefined));
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const each = (one: unknown, at: number): unknown => [[], one, [one, at]][at % 3];
      expect(flatMapped(items as unknown[], each)).toEqual(items.flatMap(each));
    }),
  );
});
