import { describe, expect, it } from 'vitest';
import type { Shape } from '#drawing';
import { changedShapes, withFact } from './told-shapes.ts';

const text = (words: string, more: Partial<Extract<Shape, { type: 'text' }>> = {}): Shape => ({
  type: 'text',
  x: 43,
  y: 33,
  text: words,
  style: 'fact',
  fill: 't2',
  ...more,
});
const node = (fact: string, width = 206) => ({
  role: 'node' as const,
  width,
  height: 44,
  shapes: [text('crml', { y: 19, style: 'resource-name' }), text(fact)],
});
const subnet = (prefix: string, height: number) => ({
  role: 'container' as const,
  width: 280,
  height,
  shapes: [
    text('snet-training', { x: 10, y: 20, style: 'subnet-name' }),
    text(prefix, { x: 270, y: 20, style: 'address', anchor: 'end' }),
  ],
});
const factIn = (shapes: readonly Shape[] | undefined) => shapes?.[1];

describe('what a thing would say after a fix', () => {
  it('stands in its place with what it was, as far as there is room', () => {
    const told = (width: number) =>
      factIn(changedShapes(node('Registry, Basic', width), node('Registry, Premium', width)));
    expect(told(206)).toMatchObject({ text: 'Registry, Basic → Premium', fill: 'you' });
    expect(told(150)).toMatchObject({ text: 'Basic → Premium', fill: 'you' });
    expect(told(132)).toMatchObject({ fill: 'you' });
  });

  it('is none where nothing is said anew', () => {
    expect(changedShapes(node('Registry, Basic'), node('Registry, Basic'))).toBeUndefined();
    expect(changedShapes(node('Registry, Basic'), undefined)).toBeUndefined();
  });

  it('is told in the places that a thing has where it would have another box', () => {
    const told = changedShapes(subnet('10.0.0.64/26', 90), subnet('198.18.0.0/26', 102));
    expect(factIn(told)).toMatchObject({ text: '198.18.0.0/26', fill: 'you', x: 270 });
    const longer = changedShapes(subnet('10.0.0.64/26', 90), subnet('198.18.0.64/26, 198.18.1.0/26', 102));
    expect(longer?.[0]).toMatchObject({ full: 'snet-training' });
    expect(longer?.[1]).toMatchObject({ text: '198.18.0.64/26, 198.18.1.0/26', fill: 'you' });
    const tooLong = subnet('198.18.0.64/26, 198.18.1.0/26, 198.18.2.0/26', 102);
    expect(changedShapes(subnet('10.0.0.64/26', 90), tooLong)).toBeUndefined();
  });

  it('takes the place of the fact as long as it has room there', () => {
    const words = ['Public network access: Enabled → Disabled', 'Access: Off'];
    expect(factIn(withFact(node('Registry, Basic'), words))).toMatchObject({
      text: 'Access: Off',
      fill: 'you',
    });
    expect(withFact(node('Registry, Basic'), words.slice(0, 1))).toBeUndefined();
    expect(withFact(subnet('10.0.0.64/26', 90), ['Off'])).toBeUndefined();
  });
});
