import { describe, expect, it } from 'vitest';
import { drawScene } from '#drawing';
import { type Design, edits, findResource, type ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { isolatedWorkspace } from '#testing';
import { changedFrames } from './changed-frames.ts';

function drawn(design: Design) {
  const scene = drawScene({ design, network: deriveNetwork(design) });
  return { design, scene, itemOf: new Map(scene.items.map((item) => [item.id, item])) };
}
const start = isolatedWorkspace().build();
const [first] = start.resources.filter(({ kind }) => kind === 'storage-account');
const id = first?.id as ResourceId;
const namesOf = (before: Design, after: Design) =>
  changedFrames(drawn(before), drawn(after)).map((frame) => ('id' in frame ? frame.id : ''));

describe('changedFrames', () => {
  it('are none of what is as it was', () => {
    expect(namesOf(start, start)).toEqual([]);
  });

  it('are none of what is only remembered with its addresses', () => {
    const remembered = start.resources.map((one) =>
      one.id === id ? { ...one, expectedAddresses: ['10.0.0.9'] } : one,
    );
    expect(namesOf(start, { ...start, resources: remembered })).toEqual([]);
  });

  it('are where something came, went or became another', () => {
    const gone = edits.removeResources(start, [id], {});
    const other = {
      ...start,
      resources: start.resources.map((one) => (one.id === id ? { ...one, name: 'stother' } : one)),
    };
    expect(namesOf(start, other)).toEqual([id]);
    expect(namesOf(start, gone)).toContain(id);
    expect(namesOf(gone, start)).toContain(id);
  });

  it('are where something was put elsewhere, not where others lie that were given a place', () => {
    const box = { x: 900, y: 700, width: 150, height: 44 };
    const moved = edits.placeResources(start, { [id]: box });
    expect(namesOf(start, moved)).toEqual([id]);
    expect(findResource(moved, id)).toBe(first);
  });
});
