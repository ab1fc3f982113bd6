import { categoryOf, type EdgeMeaning, iconOf, palette } from '#drawing';
import type { NoteTone, ResourceKind } from '#model';
import { coloursOf, element, shapesToSvg } from '../svg/render-svg.ts';
import { base64 } from './base64.ts';
import type { Cell } from './cells.ts';

/** Keys and values as draw.io reads them: https://www.drawio.com/docs/reference/file-format/ */
const style = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value};`)
    .join('');

const { light } = palette;

const text = {
  html: 1,
  whiteSpace: 'wrap',
  fontColor: light.t1,
  fontSize: 12,
  align: 'left',
  overflow: 'hidden',
};

export function styleOf({ resource, isContainer, height }: Cell): string {
  const isNotShown = resource?.presence === 'not-shown';
  const kind = resource?.kind ?? (isContainer ? undefined : 'private-endpoint');
  const dashes = isNotShown ? { dashed: 1, dashPattern: '2 3' } : {};
  if (isContainer)
    return style({
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 16,
      container: 1,
      collapsible: 0,
      recursiveResize: 0,
      verticalAlign: 'top',
      spacingLeft: 12,
      spacingTop: 4,
      ...text,
      fontSize: 11,
      ...placeColours(kind),
      ...dashes,
    });
  const isSmall = height < 36;
  return style({
    shape: 'label',
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 14,
    verticalAlign: 'middle',
    spacingLeft: isSmall ? 34 : 44,
    ...text,
    fontSize: 11,
    fillColor: light.panel,
    strokeColor: light.line2,
    image: iconImage(kind ?? 'virtual-network'),
    imageWidth: isSmall ? 16 : 24,
    imageHeight: isSmall ? 16 : 24,
    imageAlign: 'left',
    imageVerticalAlign: 'middle',
    spacing: 4,
    ...dashes,
  });
}

const placeColours = (kind: ResourceKind | undefined) => {
  switch (kind) {
    case undefined:
      return {
        fillColor: light['machine-learning-fill'],
        strokeColor: light['machine-learning'],
        dashed: 1,
      };
    case 'virtual-network':
    case 'virtual-wan-hub':
      return { fillColor: light['network-fill'], strokeColor: light['network-line'] };
    case 'on-premises-network':
      return { fillColor: light['on-premises-fill'], strokeColor: light['on-premises-line'] };
    case 'region':
      return { fillColor: 'none', strokeColor: light.line3, dashed: 1 };
    default:
      return { fillColor: light.panel, strokeColor: light.line2 };
  }
};

/** The product's own icon as a data URI; draw.io leaves `;base64` out, since `;` ends a value of a style. */
function iconImage(kind: ResourceKind): string {
  const shapes = shapesToSvg(
    [{ type: 'icon', icon: iconOf(kind), x: 0, y: 0, size: 24, paint: categoryOf(kind) }],
    coloursOf('light'),
  );
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: 24, height: 24, viewBox: '0 0 24 24' },
    shapes,
  );
  return `data:image/svg+xml,${base64(svg)}`;
}

/** A sheet of paper with a turned corner, in the tint of what the note is about. */
export const noteStyleOf = (tone: NoteTone): string =>
  style({
    shape: 'note',
    size: 11,
    verticalAlign: 'top',
    spacingLeft: 8,
    spacingTop: 4,
    ...text,
    fontSize: 11,
    fillColor: light[`${tone}-tint`],
    strokeColor: light[`${tone}-line`],
  });

const edgeColours: Readonly<Partial<Record<EdgeMeaning, string>>> = {
  peering: light.network,
  connection: light['on-premises'],
  'private-link': light.network,
  route: light.t2,
  dns: light.dns,
  association: light['machine-learning'],
  scope: light.storage,
  note: light.t3,
};

export const edgeStyleOf = (meaning: EdgeMeaning, isBroken: boolean): string =>
  style({
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    html: 1,
    fontSize: 11,
    fontColor: light.t2,
    labelBackgroundColor: '#FFFFFF',
    endArrow:
      meaning === 'route' || meaning === 'dns' ? 'open' : meaning === 'private-link' ? 'oval' : 'none',
    strokeColor: isBroken ? light.error : (edgeColours[meaning] ?? light.t2),
    strokeWidth: meaning === 'peering' || meaning === 'connection' ? 3 : 1.5,
    ...(meaning === 'route' || meaning === 'dns' || meaning === 'note' || isBroken ? { dashed: 1 } : {}),
  });
