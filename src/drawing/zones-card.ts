import { measures, type Thing, zoneColumnsOf, zoneGroups, zoneHeaderOf, zonesCard, zoneTops } from '#layout';
import { counted, type Design, findResource, type ResourceId, resourcesOfKind } from '#model';
import type { SceneItem, Shape } from './scene.ts';
import { fitted, widthOf } from './text.ts';
import { recordWritersOf } from './zone-records.ts';

type Frame = Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>;
type Draft = Omit<SceneItem, 'findings' | 'markers'>;

const prefix = 'privatelink.';

/** How many records a zone answers with: its own, and one of each endpoint that writes there. `?` where an export lists neither. */
function recordCount(design: Design, { resource }: Thing): string {
  if (resource?.kind !== 'private-dns-zone') return '0';
  const count = (resource.recordSets?.length ?? 0) + recordWritersOf(design, resource).length;
  const isListed =
    design.source.complete ||
    resourcesOfKind(design, 'private-endpoint').every((one) => one.privateDnsZoneGroups !== undefined);
  return count === 0 && !isListed ? '?' : `${count}`;
}

/** The names of the networks that zones are linked to. */
function linkedNetworks(design: Design, networks: readonly ResourceId[]): string {
  const all = [...new Set(networks.flatMap((id) => findResource(design, id)?.name ?? []))];
  if (all.length === 0) return 'linked to no network shown';
  if (all.length === 1) return `linked to ${all[0]}`;
  if (all.length > 4) return `linked to ${all.length} networks`;
  return `linked to ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** One card for all private DNS zones, a row each. */
export function zonesCardItems(design: Design, zones: readonly Thing[], frame: Frame): readonly Draft[] {
  const { inset, zoneHeader, zoneHeading, zoneRow, zoneGap } = measures.card;
  const groups = zoneGroups(zones);
  const tops = zoneTops(groups, frame.width);
  const columns = zoneColumnsOf(frame.width);
  const width = (frame.width - 2 * inset - (columns - 1) * zoneGap) / columns;
  const isPrivateLink = zones.some((zone) => zone.name.toLowerCase().startsWith(prefix));
  const title = 'Private DNS zones';
  const [note = '', ...others] = groups.map(
    ({ networks, isMoreForSome }) =>
      `${isPrivateLink ? 'privatelink.*, ' : ''}${linkedNetworks(design, networks)}${isMoreForSome ? ', some to others too' : ''}`,
  );
  const isTall = zoneHeaderOf(frame.width) > zoneHeader;
  const noteX = isTall ? inset + 2 : 36 + widthOf(title, 'container-name') + 10;
  const card: Draft = {
    id: zonesCard,
    role: 'card',
    ...frame,
    label: [`${title}: ${zones.length}, ${note}`, ...others].join('; '),
    shapes: [
      {
        type: 'rect',
        x: 0.75,
        y: 0.75,
        width: frame.width - 1.5,
        height: frame.height - 1.5,
        radius: 12,
        fill: 'dns-fill',
        stroke: 'dns-line',
        strokeWidth: 1.5,
      },
      { type: 'icon', icon: 'dns-zone', x: 14, y: 12, size: 16, paint: 'dns' },
      fitted(title, 36, 24.5, 'container-name', 't1', frame.width - 50),
      fitted(note, noteX, isTall ? 44 : 24.5, 'fact', 't2', frame.width - noteX - 14),
      ...others.map((text, at) =>
        fitted(
          text,
          inset + 2,
          (tops[at + 1] ?? 0) - zoneHeading + 12,
          'fact',
          't2',
          frame.width - 2 * inset,
        ),
      ),
    ],
  };
  return [
    card,
    ...groups.flatMap((group, at) =>
      group.zones.map((zone, index) =>
        zoneRowItem(design, zone, {
          x: frame.x + inset + (index % columns) * (width + zoneGap),
          y: frame.y + (tops[at] ?? 0) + Math.floor(index / columns) * (zoneRow + zoneGap),
          width,
          height: zoneRow,
        }),
      ),
    ),
  ];
}

function zoneRowItem(design: Design, zone: Thing, frame: Frame): Draft {
  const isMissing = zone.ghost !== undefined;
  const isNotShown = zone.resource?.presence === 'not-shown';
  const short = zone.name.toLowerCase().startsWith(prefix) ? zone.name.slice(prefix.length) : zone.name;
  const count = isMissing ? 'missing' : isNotShown ? 'not in the file' : recordCount(design, zone);
  const countWidth = widthOf(count, 'fact');
  const paint = isMissing ? 'error' : 't1';
  const shapes: readonly Shape[] = [
    {
      type: 'rect',
      x: 0.5,
      y: 0.5,
      width: frame.width - 1,
      height: frame.height - 1,
      radius: 7,
      fill: 'panel',
      stroke: isMissing ? 'error-dash' : isNotShown ? 'line3' : 'dns-line',
      strokeWidth: isMissing || isNotShown ? 1.3 : 1,
      ...(isMissing ? { dash: '4 3' } : isNotShown ? { dash: '1.5 3' } : {}),
    },
    fitted(short, 10, 19, 'label', paint, frame.width - 20 - countWidth - 8),
    fitted(count, frame.width - 10, 19, 'fact', isMissing ? 'error' : 't2', countWidth + 1, 'end'),
  ];
  const records = count === '?' ? 'records not shown' : counted(Number(count), 'record');
  const said = isMissing || isNotShown ? count : records;
  return {
    id: zone.id,
    ...(zone.resource ? { resource: zone.resource.id } : {}),
    role: isMissing ? 'ghost' : 'row',
    parent: zonesCard,
    ...frame,
    shapes,
    label: `${zone.name}, private DNS zone, ${said}`,
  };
}
