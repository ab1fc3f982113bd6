import { fixedSubnetOf, fixedSubnets } from '#catalog';
import { findOfKind, flatMapped, type ResourceId } from '#model';
import { addressDemand } from './address-demand.ts';
import { usableAddresses } from './cidr.ts';
import { estateQuestion } from './estate.ts';
import type { AddressUse, SubnetUsage } from './network.ts';

const sizedByAzure = new Set(
  flatMapped(
    fixedSubnets.filter(({ isSizedByAzure }) => isSizedByAzure),
    ({ kinds }) => kinds,
  ),
);

/** What a subnet can give and what is in it takes. */
export const subnetUsage = estateQuestion((estate, id: ResourceId): SubnetUsage => {
  const subnet = findOfKind(estate.design, id, 'subnet');
  const occupants = estate.occupantsOf(id);
  const capacity = (subnet?.addressPrefixes ?? []).reduce((sum, prefix) => sum + usableAddresses(prefix), 0);
  const known = flatMapped(occupants, (resource): readonly AddressUse[] => {
    const { count, arithmetic } = addressDemand(estate, resource, id);
    if (count === 0) return [];
    return [{ resource: resource.id, label: resource.name, count, ...(arithmetic ? { arithmetic } : {}) }];
  });
  const counted = known.reduce((sum, use) => sum + use.count, 0);
  const further = (subnet?.ipConfigurations?.length ?? 0) - counted;
  const unseen = { label: 'Address configurations of resources that are not shown', count: further };
  const uses = further > 0 ? [...known, unseen] : known;
  const used = counted + Math.max(0, further);
  const isSizedByAzure =
    fixedSubnetOf(subnet?.name ?? '')?.isSizedByAzure === true ||
    occupants.some((one) => sizedByAzure.has(one.kind));
  return {
    subnet: id,
    capacity,
    used,
    free: capacity - used,
    uses,
    isSizedByAzure,
    arithmetic: isSizedByAzure ? 'sized by Azure' : `${used} of ${capacity}`,
  };
});
