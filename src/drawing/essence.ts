import { type Design, findOfKind, type Resource, type ResourceKind, resourcesOfKind } from '#model';

/** What every architecture has, and nobody tells them apart by. */
const common: ReadonlySet<ResourceKind> = new Set([
  'application-insights',
  'log-analytics',
  'azure-monitor-private-link-scope',
]);
const furtherGroups = ['azuremonitor', 'file', 'queue', 'table'];

/** A design without what is the same everywhere: what is left can be seen in a small picture. */
export function essenceOf(design: Design): Design {
  const builders = new Set(resourcesOfKind(design, 'workspace').map((one) => one.imageBuildCompute));
  const isFurther = (one: Resource) =>
    (one.kind === 'private-endpoint' && one.groupIds.some((id) => furtherGroups.includes(id))) ||
    (one.kind === 'compute-cluster' &&
      builders.has(one.name) &&
      resourcesOfKind(design, 'compute-cluster').length > 1) ||
    (one.kind === 'subnet' && isOnlyFor(design, one.id));
  return { ...design, resources: design.resources.filter((one) => !common.has(one.kind) && !isFurther(one)) };
}

/** Whether a subnet holds nothing but the endpoint of monitoring. */
function isOnlyFor(design: Design, subnet: Resource['id']): boolean {
  const inside = design.resources.filter(({ parent }) => parent === subnet);
  return (
    inside.length > 0 &&
    inside.every(({ id }) => findOfKind(design, id, 'private-endpoint')?.groupIds.includes('azuremonitor'))
  );
}
