import { describe, expect, it } from 'vitest';
import { nodeShapes } from './node.ts';

const factOf = (fact: string, width: number) =>
  nodeShapes({ kind: 'private-endpoint', name: 'pe', fact, width, height: 46, isInPanel: true }).at(-1);

describe('a node', () => {
  it('says how many addresses follow the first where the last of them has no room', () => {
    const addresses = '~198.18.0.212 – .215';
    expect(factOf(addresses, 186)).toMatchObject({ text: addresses });
    expect(factOf(addresses, 160)).toMatchObject({ text: '~198.18.0.212 +3', full: addresses });
  });
});
