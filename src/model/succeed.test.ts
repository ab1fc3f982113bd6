import { describe, expect, it } from 'vitest';
import { design } from '#testing';
import type { Design, ResourceId } from './index.ts';
import { succeed } from './succeed.ts';

const azureId = (name: string) => ({ azureId: `/subscriptions/s/resourceGroups/g/providers/x/y/${name}` });
const estate = (...names: readonly string[]): Design =>
  names
    .reduce(
      (builder, name) => builder.add('key-vault', name, undefined, azureId(name)),
      design().wholeExport(),
    )
    .build();
const id = (name: string) => name as ResourceId;
const box = { x: 1, y: 2, width: 3, height: 4 };
const asked = { protocol: 'Tcp', port: 443, wanted: 'delivered' } as const;

const older: Design = {
  ...estate('kv-one', 'kv-two'),
  name: 'Ours',
  goals: { workspace: 'public' },
  layout: { 'kv-one': box, 'kv-two': box },
  accepted: [{ fingerprint: 'f', reason: 'Known', owner: 'Ada' }],
  expectations: [
    { from: id('kv-one'), to: 'pypi.org', ...asked },
    { from: id('kv-one'), to: 'kv-two', ...asked },
  ],
};

describe('a newer export of the same estate', () => {
  it('keeps what people said of the older one, as far as it still is of something', () => {
    expect(succeed(estate('kv-one', 'kv-three'), older)).toEqual({
      ...estate('kv-one', 'kv-three'),
      name: 'Ours',
      goals: { workspace: 'public' },
      layout: { 'kv-one': box },
      accepted: older.accepted,
      expectations: [{ from: 'kv-one', to: 'pypi.org', ...asked }],
    });
  });

  it.each([
    ['an export of something else', estate('kv-nine'), older],
    [
      'an export of which next to nothing is in both',
      estate('kv-one', 'a', 'b', 'c'),
      {
        ...older,
        ...{ resources: estate('kv-one', 'd', 'e', 'f').resources },
      },
    ],
    ['a design that was drawn', design().add('key-vault', 'kv-one').build(), older],
    [
      'an export after a design that was drawn',
      estate('kv-one'),
      design().add('key-vault', 'kv-one').build(),
    ],
    ['an empty export', estate(), older],
  ] as const)('is not %s', (_, newer, before) => {
    expect(succeed(newer, before)).toBeUndefined();
  });
});
