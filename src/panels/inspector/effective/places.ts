import { privateEndpointNetworkPolicies } from '#catalog';
import {
  type Design,
  findOfKind,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { deriveNetwork } from '#network';

export type Effect = 'Out' | 'In' | 'Routes' | 'Firewall';

/** Where something takes effect, and what of it can be shown. */
export interface Effects {
  /** Subnets, network interfaces or firewalls. */
  readonly places: readonly Resource[];
  readonly shown: readonly Effect[];
  /** Said where there is no place. */
  readonly nowhere: string;
}

/** Whether a firewall's policy is the wanted one or inherits from it. */
const hasPolicy = (design: Design, firewall: ResourceOf<'azure-firewall'>, wanted: ResourceId): boolean => {
  const seen = new Set<ResourceId>();
  let next = firewall.firewallPolicy;
  while (next !== undefined && !seen.has(next)) {
    if (next === wanted) return true;
    seen.add(next);
    next = findOfKind(design, next, 'firewall-policy')?.basePolicy;
  }
  return false;
};

/** Whether security groups count for the private endpoints of a subnet, and what to set where they do not. */
function endpointFilter({ privateEndpointNetworkPolicies: own }: ResourceOf<'subnet'>) {
  const policy =
    privateEndpointNetworkPolicies.find(({ value }) => value === own) ?? privateEndpointNetworkPolicies[0];
  const isOnForRoutes = policy?.appliesRoutes === true;
  return {
    isOn: policy?.appliesSecurityGroups === true,
    reason: `private endpoint network policies of that subnet are ${isOnForRoutes ? 'on for route tables only' : 'disabled'}`,
    remedy: `set them to ${isOnForRoutes ? 'Enabled' : 'Network security groups only'}`,
  };
}

/** Said beside the rules of a subnet whose private endpoints they do not reach. */
export function endpointsLeftOut(design: Design, place: Resource): string | undefined {
  if (place.kind !== 'subnet') return undefined;
  const { isOn, reason } = endpointFilter(place);
  const holdsEndpoints = resourcesOfKind(design, 'private-endpoint').some(
    ({ parent }) => parent === place.id,
  );
  return isOn || !holdsEndpoints ? undefined : `They do not reach private endpoints: ${reason}.`;
}

/** A private endpoint opens no connections: only what arrives is ever filtered, and only where its subnet says so. */
function effectsOfEndpoint(subnet: ResourceOf<'subnet'>): Effects {
  const { isOn, reason, remedy } = endpointFilter(subnet);
  return {
    places: isOn ? [subnet] : [],
    shown: ['In'],
    nowhere: `Security groups of ${subnet.name} do not reach it: ${reason}. To filter what arrives, ${remedy}. It opens no connections itself.`,
  };
}

/** What a resource has an effect on, or what has an effect on it; nothing for what packets never meet. */
export function effectsOf(design: Design, resource: Resource): Effects | undefined {
  const subnets = resourcesOfKind(design, 'subnet');
  switch (resource.kind) {
    case 'subnet':
      return { places: [resource], shown: ['Out', 'In', 'Routes'], nowhere: '' };
    case 'network-security-group':
      return {
        places: [...subnets, ...resourcesOfKind(design, 'network-interface')].filter(
          (one) => one.networkSecurityGroup === resource.id,
        ),
        shown: ['Out', 'In'],
        nowhere: 'It is attached to no subnet and no network interface: it filters nothing.',
      };
    case 'route-table':
      return {
        places: subnets.filter((one) => one.routeTable === resource.id),
        shown: ['Routes'],
        nowhere: 'It is attached to no subnet: it routes nothing.',
      };
    case 'azure-firewall':
      return { places: [resource], shown: ['Firewall'], nowhere: '' };
    case 'firewall-policy':
      return {
        places: resourcesOfKind(design, 'azure-firewall').filter((one) =>
          hasPolicy(design, one, resource.id),
        ),
        shown: ['Firewall'],
        nowhere: 'No firewall has this policy: it decides nothing.',
      };
    case 'private-endpoint': {
      const subnet = subnetOf(design, resource);
      return subnet && effectsOfEndpoint(subnet);
    }
    case 'network-interface': {
      const place = resource.networkSecurityGroup === undefined ? subnetOf(design, resource) : resource;
      return place && { places: [place], shown: ['Out', 'In', 'Routes'], nowhere: '' };
    }
    default: {
      const subnet = subnetOf(design, resource);
      return subnet && { places: [subnet], shown: ['Out', 'In', 'Routes'], nowhere: '' };
    }
  }
}

const subnetOf = (design: Design, { id }: Resource): ResourceOf<'subnet'> | undefined =>
  findOfKind(design, deriveNetwork(design).subnetOf(id), 'subnet');
