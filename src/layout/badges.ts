import { type Design, findResource, type ResourceId, type ResourceOf } from '#model';
import { type BadgePlace, badgeRows } from './badge-rows.ts';
import { isGhostBadge, type LayoutGhost } from './drawn.ts';

/** What is attached to a subnet, as it is written on it. */
export interface Badge extends BadgePlace {
  readonly id: string;
  readonly text: string;
  readonly form:
    | 'network-security-group'
    | 'route-table'
    | 'nat-gateway'
    | 'service-endpoint-policy'
    | 'service-endpoint';
  readonly resource?: ResourceId;
  /** The attached resource's name, or what is missing, for tooltips and people who do not see it. */
  readonly label: string;
  readonly isMissing?: boolean;
  readonly isNotShown?: boolean;
}

type Draft = Omit<Badge, keyof BadgePlace>;

const forms = {
  'network-security-group': 'NSG',
  'route-table': 'Routes',
  'nat-gateway': 'NAT',
  'service-endpoint-policy': 'Policy',
} as const;

/** Badges of a subnet in rows of `width`, the first row at `top`; and the height of all rows. */
export function badgesOf(
  design: Design,
  subnet: ResourceOf<'subnet'>,
  ghosts: readonly LayoutGhost[],
  width: number,
  top: number,
): { readonly badges: readonly Badge[]; readonly height: number } {
  return badgeRows(draftsOf(design, subnet, ghosts), width, top);
}

function draftsOf(
  design: Design,
  subnet: ResourceOf<'subnet'>,
  ghosts: readonly LayoutGhost[],
): readonly Draft[] {
  const attached = (form: keyof typeof forms, id: ResourceId | undefined): readonly Draft[] => {
    if (id === undefined) return [];
    const resource = findResource(design, id);
    const isNotShown = resource === undefined || resource.presence === 'not-shown';
    return [
      {
        id: `${subnet.id}/${id}`,
        text: forms[form],
        form,
        resource: id,
        label: resource?.name ?? forms[form],
        ...(isNotShown ? { isNotShown } : {}),
      },
    ];
  };
  const services = (subnet.serviceEndpoints ?? []).map(({ service }) => service.replace(/^Microsoft\./i, ''));
  return [
    ...attached('network-security-group', subnet.networkSecurityGroup),
    ...attached('route-table', subnet.routeTable),
    ...attached('nat-gateway', subnet.natGateway),
    ...(subnet.serviceEndpointPolicies ?? []).flatMap((id) => attached('service-endpoint-policy', id)),
    ...(services.length === 0
      ? []
      : [
          {
            id: `${subnet.id}/service-endpoints`,
            text: services.length === 1 ? (services[0] ?? '') : `${services.length} service endpoints`,
            form: 'service-endpoint' as const,
            label: `service endpoint of ${services.join(', ')}`,
          },
        ]),
    ...ghosts
      .filter((ghost) => ghost.parent === subnet.id && isGhostBadge(design, ghost))
      .map((ghost) => ({
        id: ghost.id,
        text: forms[ghost.kind as keyof typeof forms],
        form: ghost.kind as keyof typeof forms,
        label: ghost.fact,
        isMissing: true,
      })),
  ];
}
