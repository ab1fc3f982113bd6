import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { drawScene } from '#drawing';
import { type Design, edits } from '#model';
import { deriveNetwork } from '#network';
import { newcomers } from './newcomers.ts';

const drawn = (of: Design) => drawScene({ design: of, network: deriveNetwork(of) });

describe('what a fix would draw anew', () => {
  const whole = blueprints.find(({ id }) => id === 'one-network')?.build();
  const subnet = whole?.resources.find(({ name }) => name === 'snet-jump');
  if (!whole || subnet?.kind !== 'subnet') throw new Error('There is no such subnet');
  const without = edits.updateResource(whole, subnet.id, 'subnet', { natGateway: undefined });

  it('is a badge on the subnet that it would be on, in the paint of what is added', () => {
    const come = newcomers(drawn(without), drawn(whole)).filter(({ on }) => on === subnet.id);
    expect(come).toHaveLength(1);
    const [text] = come[0]?.shapes.filter((shape) => shape.type === 'text') ?? [];
    expect(text).toMatchObject({ text: 'NAT', fill: 'you' });
  });

  it('is nothing where the fix draws nothing anew', () => {
    expect(newcomers(drawn(whole), drawn(whole))).toEqual([]);
  });
});
