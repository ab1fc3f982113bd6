import {
  type Badge,
  type HostedBadge,
  type HostedNetwork,
  measures,
  subnetHeader,
  type Thing,
} from '#layout';
import type { Resource, ResourceOf } from '#model';
import type { SubnetUsage } from '#network';
import { categoryOf, iconOf } from './icons.ts';
import type { Hue, Token } from './palette.ts';
import type { Shape } from './scene.ts';
import { fitted, widthOf } from './text.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const outline = (
  { width, height }: Size,
  radius: number,
  paint: { fill?: Token; stroke: Token; strokeWidth: number; dash?: string },
): Shape => ({
  type: 'rect',
  x: 0.75,
  y: 0.75,
  width: width - 1.5,
  height: height - 1.5,
  radius,
  ...paint,
});

const icon = (name: string, x: number, y: number, paint: Token, size = 16): Shape => ({
  type: 'icon',
  icon: name,
  x,
  y,
  size,
  paint,
});

/** A region: dashed, open, with a pin and its name. */
export const regionShapes = (name: string, size: Size): readonly Shape[] => [
  outline(size, 18, { stroke: 'neutral-line', strokeWidth: 1.5, dash: '5 4' }),
  icon('region', 14, 10, 'neutral'),
  fitted(name, 35, 22.5, 'container-name', 't2', size.width - 60),
];

/** Several prefixes as the first and how many more. */
export const prefixText = (prefixes: readonly string[]): string => {
  const [first = ''] = prefixes;
  return prefixes.length > 1 ? `${first} +${prefixes.length - 1}` : first;
};

/** A network with its prefix at the right of the header. */
export function networkShapes(
  resource: Pick<Resource, 'kind' | 'name' | 'presence'>,
  prefixes: readonly string[],
  size: Size,
): readonly Shape[] {
  const prefix = prefixText(prefixes);
  const forPrefix = prefix === '' ? 0 : Math.min(widthOf(prefix, 'address'), size.width / 2) + 16;
  const isNotShown = resource.presence === 'not-shown';
  return [
    outline(size, 14, {
      fill: 'network-fill',
      stroke: isNotShown ? 'line3' : 'network-line',
      strokeWidth: 1.5,
      ...(isNotShown ? { dash: '1.5 3' } : {}),
    }),
    icon(iconOf(resource.kind), 13, 7.5, 'network'),
    fitted(resource.name, 35, 20, 'container-name', 't1', size.width - 35 - forPrefix - 12),
    ...(prefix === ''
      ? []
      : [fitted(prefix, size.width - 13, 20, 'address', 't2', size.width / 2, 'end' as const)]),
  ];
}

/** A subnet: header in one line or two, badges, and at its foot how full it is. */
export function subnetShapes(
  thing: Thing,
  subnet: ResourceOf<'subnet'>,
  size: Size,
  usage: SubnetUsage,
): readonly Shape[] {
  const prefix = prefixText(subnet.addressPrefixes);
  const isTall = subnetHeader(thing, size.width) === measures.subnet.tallHeader;
  const isNotShown = subnet.presence === 'not-shown';
  const room = size.width - 20;
  const header: readonly Shape[] = isTall
    ? [
        fitted(subnet.name, 10, 19, 'subnet-name', 't1', room),
        fitted(prefix, 10, 34, 'small-address', 't2', room),
      ]
    : [
        fitted(subnet.name, 10, 20, 'subnet-name', 't1', room - widthOf(prefix, 'address') - 10),
        fitted(prefix, size.width - 10, 20, 'address', 't2', room, 'end'),
      ];
  return [
    outline(size, 10, {
      fill: 'panel',
      stroke: isNotShown ? 'line3' : 'network-line',
      strokeWidth: isNotShown ? 1.5 : 1,
      ...(isNotShown ? { dash: '1.5 3' } : {}),
    }),
    ...header,
    ...footShapes(size, usage, isNotShown),
  ];
}

function footShapes({ width, height }: Size, usage: SubnetUsage, isNotShown: boolean): readonly Shape[] {
  const baseline = height - 10.5;
  if (isNotShown) return [fitted('Not in the file', 10, baseline, 'fact', 't2', width - 20)];
  if (usage.isSizedByAzure) return [fitted('Sized by Azure', 10, baseline, 'fact', 't2', width - 20)];
  if (usage.capacity <= 0) return [fitted('No address prefix', 10, baseline, 'fact', 't2', width - 20)];
  const text = `${usage.used} of ${usage.capacity}`;
  const share = Math.min(1, usage.used / usage.capacity);
  const barWidth = width - 20 - widthOf(text, 'fact') - 10;
  const fill: Token = usage.free < 0 ? 'error' : share >= 0.8 ? 'warning-fill' : 'network';
  const bar = { type: 'rect', x: 10, y: height - 16.5, height: 5, radius: 2.5 } as const;
  return [
    { ...bar, width: barWidth, fill: 'press' },
    ...(usage.used > 0 ? [{ ...bar, width: Math.max(5, barWidth * share), fill }] : []),
    fitted(text, width - 10, baseline, 'fact', usage.free < 0 ? 'error' : 't2', width, 'end'),
  ];
}

const badgeLooks: Readonly<Record<Badge['form'], readonly [icon: string, hue: Hue]>> = {
  'network-security-group': ['security-group', 'security'],
  'route-table': ['route-table', 'network'],
  'nat-gateway': ['nat-gateway', 'network'],
  'service-endpoint-policy': ['endpoint-policy', 'security'],
  'service-endpoint': ['service-endpoint', 'security'],
};

/** What is attached to a subnet, as a small plane in its category's colour. */
export function badgeShapes(badge: Badge): readonly Shape[] {
  const [name, hue] = badgeLooks[badge.form];
  return planeShapes(badge, name, hue);
}

/** What a hosted network lets out, as a badge. */
export const hostedBadgeShapes = (badge: HostedBadge & { readonly width: number }): readonly Shape[] =>
  planeShapes(badge, badge.icon, badge.icon === 'firewall' ? 'security' : 'machine-learning');

type Plane = Pick<Badge, 'text' | 'width' | 'isMissing' | 'isNotShown'>;

function planeShapes(badge: Plane, name: string, hue: Hue): readonly Shape[] {
  const { height, left, icon: size, iconGap } = measures.badge;
  const paint = badge.isMissing ? 'error' : hue;
  const isOutlined = badge.isMissing || badge.isNotShown;
  return [
    {
      type: 'rect',
      x: isOutlined ? 0.5 : 0,
      y: isOutlined ? 0.5 : 0,
      width: badge.width - (isOutlined ? 1 : 0),
      height: height - (isOutlined ? 1 : 0),
      radius: 5,
      fill: badge.isMissing ? 'panel' : `${hue}-tint`,
      ...(badge.isMissing ? { stroke: 'error-dash', strokeWidth: 1.2, dash: '3 2.5' } : {}),
      ...(badge.isNotShown ? { stroke: 'line3', strokeWidth: 1.2, dash: '1.5 2.5' } : {}),
    },
    icon(badge.isMissing ? 'plus' : name, left, (height - size) / 2, paint, size),
    {
      type: 'text',
      x: left + size + iconGap,
      y: 13.9,
      text: badge.text,
      style: 'badge',
      fill: paint,
    },
  ];
}

/** A network that Microsoft runs: dashed, because it is no resource of one's own; whose it is below its title. */
export const hostedShapes = ({ title, fact }: HostedNetwork, size: Size): readonly Shape[] => [
  outline(size, 14, {
    fill: 'machine-learning-fill',
    stroke: 'machine-learning',
    strokeWidth: 1.2,
    dash: '5 4',
  }),
  icon('virtual-network', 13, 11, 'machine-learning'),
  fitted(title, 35, 21.5, 'container-name', 't1', size.width - 47),
  fitted(fact, 35, 36.5, 'fact', 't2', size.width - 47),
];

/** A site outside Azure: warm, its prefix below its name. */
export function siteShapes(site: ResourceOf<'on-premises-network'>, size: Size): readonly Shape[] {
  const paint = categoryOf('on-premises-network');
  return [
    outline(size, 14, { fill: 'on-premises-fill', stroke: 'on-premises-line', strokeWidth: 1.5 }),
    icon('on-premises', 13, 10, paint),
    fitted(site.name, 35, 22, 'container-name', 't1', size.width - 47),
    fitted(prefixText(site.addressPrefixes), 35, 38, 'address', 't2', size.width - 47),
  ];
}
