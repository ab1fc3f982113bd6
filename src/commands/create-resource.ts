import { workspaceDependencies, zonesOf } from '#catalog';
import type { Design, Resource, ResourceId, ResourceKind } from '#model';
import { defaultProperties } from './default-properties.ts';
import { nameStemOf, unhyphenated } from './new-resource.ts';

/** Names that Azure itself gives meaning to, in the order in which a design needs them. */
const meaningfulNames: Partial<Record<ResourceKind, readonly string[]>> = {
  region: ['westeurope', 'northeurope', 'swedencentral', 'eastus', 'westus3'],
  internet: ['Internet'],
  'private-dns-zone': workspaceDependencies
    .filter(({ need }) => need === 'required')
    .flatMap(({ kind, groupId }) => zonesOf(kind, groupId, 'public')),
};

const newName = (kind: ResourceKind, design: Design): string => {
  const taken = new Set(design.resources.map((resource) => resource.name.toLowerCase()));
  const given = meaningfulNames[kind]?.find((name) => !taken.has(name.toLowerCase()));
  if (given) return given;
  const stem = unhyphenated[kind] ?? `${nameStemOf(kind)}-`;
  let number = 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
};

export type Creation =
  | { readonly ok: true; readonly resource: Resource }
  | { readonly ok: false; readonly reason: string };

/** A resource of a kind with a free name and properties to start from. Whether it may lie there is the caller's question. */
export const createResource = (
  kind: ResourceKind,
  design: Design,
  parent: ResourceId | undefined,
  newId: () => ResourceId,
): Creation => {
  const make = defaultProperties[kind];
  const properties = make ? make({ design, parent }) : {};
  if (!properties)
    return { ok: false, reason: 'A peering joins two virtual networks: add another one first.' };
  const resource = {
    id: newId(),
    kind,
    name: newName(kind, design),
    ...(parent === undefined ? {} : { parent }),
    ...properties,
  } as Resource;
  return { ok: true, resource };
};
