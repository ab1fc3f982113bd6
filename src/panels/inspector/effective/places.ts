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

const subnetOf = (design: Design, { id }: Resource): Resource | undefined =>
  findOfKind(design, deriveNetwork(design).subnetOf(id), 'subnet');
