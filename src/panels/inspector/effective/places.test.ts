import { describe, expect, it } from 'vitest';
import { findResource } from '#model';
import { isolatedWorkspace } from '#testing';
import { effectsOf } from './places.ts';

const design = isolatedWorkspace().build();

const placesOf = (wanted: (resource: (typeof design.resources)[number]) => boolean) => {
  const resource = design.resources.find(wanted);
  if (!resource) throw new Error('Not in the design');
  return effectsOf(design, resource)?.places.map(({ name }) => name);
};

describe('where something takes effect', () => {
  it('is every subnet that a security group is attached to', () => {
    for (const group of design.resources.filter(({ kind }) => kind === 'network-security-group')) {
      const attached = design.resources.filter(
        (one) => one.kind === 'subnet' && one.networkSecurityGroup === group.id,
      );
      expect(attached).not.toEqual([]);
      expect(effectsOf(design, group)?.places).toEqual(attached);
    }
  });

  it('is the subnet of a compute', () => {
    const compute = design.resources.find(({ kind }) => kind === 'compute-instance');
    const subnet = findResource(design, compute?.parent);
    expect(placesOf((one) => one === compute)).toEqual([subnet?.name]);
  });

  it('is nowhere for what packets never meet', () =>
    expect(placesOf(({ kind }) => kind === 'region')).toBeUndefined());
});
