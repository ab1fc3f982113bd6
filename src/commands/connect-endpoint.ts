import { privateLinkServiceOf } from '#catalog';
import { type Design, edits, findOfKind, type Resource, type ResourceId, resourcesOfKind } from '#model';
import type { CommandContext } from './command.ts';

/** A part of a service that a private endpoint can give an address. */
export interface Connection {
  readonly service: Resource;
  /** Group id, as in `blob`. */
  readonly groupId: string;
}

/** Sub-resources offered of one service: the catalog lists those that a workspace needs first. */
const mostOfOne = 2;

/** The copies of an account in its other region: asked for by few, and by name. */
const isSecondary = (groupId: string) => groupId.endsWith('_secondary');

/** What no private endpoint serves yet, in document order; of one service alone all that it has. */
export function openConnections(design: Design, of?: Resource): readonly Connection[] {
  const endpoints = resourcesOfKind(design, 'private-endpoint');
  const isServed = (service: Resource, groupId: string) =>
    endpoints.some(({ target, groupIds }) => target === service.id && groupIds.includes(groupId));
  return (of ? [of] : design.resources).flatMap((service) =>
    Object.keys(privateLinkServiceOf(service.kind)?.subresources ?? {})
      .filter((groupId, at) => (of ? !isSecondary(groupId) : at < mostOfOne))
      .filter((groupId) => !isServed(service, groupId))
      .map((groupId) => ({ service, groupId })),
  );
}

/** What is usually served first, and after that whatever else of each service no private endpoint serves. */
export function allOpenConnections(design: Design): readonly Connection[] {
  const usual = openConnections(design);
  const isUsual = ({ service, groupId }: Connection) =>
    usual.some((one) => one.service === service && one.groupId === groupId);
  const rest = design.resources.flatMap((service) => openConnections(design, service));
  return [...usual, ...rest.filter((one) => !isUsual(one))];
}

/** Names that a new endpoint bears until it serves something. */
const isMadeUp = (name: string) => /^pep-\d+$/.test(name);

/** Lets an endpoint serve a part of a service, and names it after that unless somebody has named it already. */
export function connectEndpoint(
  { store }: CommandContext,
  id: ResourceId,
  { service, groupId }: Connection,
): void {
  const { edit, announce } = store.getState();
  edit(`connect ${service.name}`, (design) => {
    const endpoint = findOfKind(design, id, 'private-endpoint');
    if (!endpoint) return design;
    // By those that are there, of which it is none yet.
    const others = { ...design, resources: design.resources.filter((one) => one !== endpoint) };
    const stem = edits.nameStem(others, 'private-endpoint', ['pep', 'pe']);
    const name = isMadeUp(endpoint.name)
      ? edits.freeName(design, endpoint.parent, `${stem}-${service.name}-${groupId}`)
      : endpoint.name;
    return edits.updateResource(design, id, 'private-endpoint', {
      name,
      target: service.id,
      groupIds: [groupId],
    });
  });
  announce(`Connected to ${service.name}, ${groupId}.`);
}
