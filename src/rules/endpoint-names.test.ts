import { expect, it } from 'vitest';
import { edits, type ResourceId, resourcesOfKind } from '#model';
import { isolatedWorkspace } from '#testing';
import { privateEndpointMissing } from './private-endpoints/private-endpoint-missing.ts';

it('an endpoint that a fix adds is named as those are that are there', () => {
  const whole = isolatedWorkspace().remove('pe-stml-blob').build();
  const built = resourcesOfKind(whole, 'private-endpoint').reduce(
    (current, { id, name }) => edits.renameResource(current, id, name.replace(/^pe-/, 'pep-')),
    whole,
  );
  const [fix] = privateEndpointMissing.check(built).failed.flatMap(({ fixes }) => fixes);
  const fixed = fix?.apply(built, () => 'new' as ResourceId) ?? built;
  expect(fixed.resources.find(({ id }) => id === 'new')?.name).toBe('pep-stml-blob');
});
