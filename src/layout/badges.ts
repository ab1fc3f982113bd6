import { type Design, findResource, type ResourceId, type ResourceOf } from '#model';
import { isGhostBadge, type LayoutGhost } from './drawn.ts';
import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { textWidth } from './text-width.ts';

/** What is attached to a subnet, as it is written on it. */
export interface Badge {
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
  /** In the subnet, CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

type Draft = Omit<Badge, 'x' | 'y' | 'width'>;

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
  const { inset } = measures.subnet;
  const { gap, columnGap, height } = measures.badge;
  let x = inset;
  let y = top;
  const badges = draftsOf(design, subnet, ghosts).map((draft) => {
    const own = badgeWidth(draft.text);
    if (x > inset && x + own > width - inset) {
      x = inset;
      y += height + gap;
    }
    const badge = { ...draft, x, y, width: own };
    x += own + columnGap;
    return badge;
  });
  return { badges, height: badges.length === 0 ? 0 : y - top + height + 8 };
}

const badgeWidth = (text: string): number => {
  const { left, icon, iconGap, right } = measures.badge;
  return Math.ceil(left + icon + iconGap + textWidth(text, fonts.badge) + right);
};

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
        label: `${ghost.name}: ${ghost.fact}`,
        isMissing: true,
      })),
  ];
}
