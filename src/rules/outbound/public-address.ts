import { type Design, edits, type ResourceId } from '#model';

/** A design with a new public IP address, named after the resource that is to leave by it, in a region. */
export function withPublicAddress(
  design: Design,
  name: string,
  region: ResourceId | undefined,
  newId: () => ResourceId,
): { readonly design: Design; readonly address: ResourceId } {
  const address = newId();
  const added = edits.addResource(design, {
    id: address,
    kind: 'public-ip-address',
    name: edits.freeName(design, region, `pip-${name}`),
    ...(region === undefined ? {} : { parent: region }),
    sku: 'Standard',
    publicIPAllocationMethod: 'Static',
  });
  return { design: added, address };
}
