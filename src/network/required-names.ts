import { flatMapped } from '#model';
import { type AskedService, askedService } from './asked-service.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { joinedKey } from './memo.ts';
import type { RequiredFlow, RequiredName } from './network.ts';
import { requiredFlows } from './required-flows.ts';

/**
 * Names that must have a private answer: those of the design's own services that a flow asks for, where the goal is a
 * private workspace or the service is closed at its public end.
 */
export const requiredNames = groundQuestion((ground, _: 'all'): readonly RequiredName[] => [
  ...new Map(
    flatMapped(requiredFlows(ground, 'all'), (flow) => nameOf(ground, flow)).map((one) => [
      joinedKey(one.from, one.host),
      one,
    ]),
  ).values(),
]);

function nameOf(ground: Ground, { from, to, purpose }: RequiredFlow): readonly RequiredName[] {
  if (to.resource === undefined) return [];
  const service = askedService(ground, to);
  if (!service || service.host === undefined || !wantsPrivate(ground, service)) return [];
  const { host, resource, groupId } = service;
  return [{ id: `${from} → ${host}`, from, host, resource: resource.id, groupId, purpose }];
}

function wantsPrivate({ estate }: Ground, { resource }: AskedService): boolean {
  if (resource.presence !== undefined) return false;
  const isClosed = 'publicNetworkAccess' in resource && resource.publicNetworkAccess === 'Disabled';
  return estate.goals.workspace === 'private' || isClosed;
}
