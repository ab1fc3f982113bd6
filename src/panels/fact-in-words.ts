import { type Design, findResource, type Resource, resourcesOfKind } from '#model';

/** What a security group or a route table is attached to. */
function attachedInWords(design: Design, { id }: Resource): string {
  const subnets = resourcesOfKind(design, 'subnet').filter(
    ({ networkSecurityGroup, routeTable }) => networkSecurityGroup === id || routeTable === id,
  );
  const interfaces = resourcesOfKind(design, 'network-interface').filter(
    ({ networkSecurityGroup }) => networkSecurityGroup === id,
  );
  const names = [...subnets, ...interfaces].map(({ name }) => name);
  return `attached to ${names.length === 0 ? 'nothing' : names.join(' and ')}`;
}

const nameIn = (design: Design, id: Resource['id'] | undefined, otherwise: string): string =>
  findResource(design, id)?.name ?? otherwise;

/** What tells a resource from its like beside name and kind: its addresses, what it is attached to, where it leads. */
export function factInWords(design: Design, resource: Resource): string {
  switch (resource.kind) {
    case 'virtual-network':
    case 'subnet':
    case 'on-premises-network':
      return resource.addressPrefixes.join(', ');
    case 'virtual-network-peering':
      return `to ${nameIn(design, resource.remoteVirtualNetwork, 'a network not shown')}`;
    case 'private-endpoint':
      return `to ${nameIn(design, resource.target, 'nothing yet')}`;
    case 'network-security-group':
    case 'route-table':
      return attachedInWords(design, resource);
    default:
      return '';
  }
}
