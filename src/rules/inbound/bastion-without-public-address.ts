import { type Design, edits, enclosing, findOfKind, type ResourceId, type ResourceOf } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { withPublicAddress } from '../outbound/public-address.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

type Bastion = ResourceOf<'bastion'>;

const giveAddress = (design: Design, { id, name }: Bastion): Fix => ({
  title: 'Add a public IP address',
  changes: [`Add a public IP address for ${name}`],
  apply: (before: Design, newId: () => ResourceId) => {
    const region = enclosing(design, id, 'region')?.id;
    const { design: added, address } = withPublicAddress(before, name, region, newId);
    return edits.updateResource(added, id, 'bastion', { publicIPAddresses: [address] });
  },
});

/** SKUs that Azure deploys without a public IP address, and how. */
const withoutAddress: Readonly<Record<string, string>> = {
  developer: 'Developer has no address of its own',
  premium: 'Premium is deployed private-only without an address',
};

export const bastionWithoutPublicAddress = defineRule({
  id: 'bastion-without-public-address',
  category: 'Inbound',
  severity: () => 'error',
  title: 'Bastion has no public IP address',
  holds: 'The Bastion has a public IP address, or its SKU needs none',
  remedy:
    'Give the Bastion a static public IP address of the Standard SKU, or choose the SKU Premium and deploy it private-only.',
  messages: {
    none: (f: { bastion: string; sku: string }) =>
      `${f.bastion} has no public IP address: Azure does not deploy a Bastion of the SKU ${f.sku} without one`,
    unset: (f: { bastion: string }) =>
      `${f.bastion} has no public IP address: Azure does not deploy a Bastion without one, unless its SKU is Premium and it is private-only`,
  },

  *check({ design }) {
    for (const bastion of shownOfKind(design, 'bastion')) {
      const { id, name, parent, sku, publicIPAddresses = [] } = bastion;
      // A Bastion of the SKU Developer lies in no subnet.
      if (!isShown(findOfKind(design, parent, 'subnet'))) continue;
      const reason = withoutAddress[sku?.toLowerCase() ?? ''];
      if (publicIPAddresses.length > 0) yield passed(id, `publicIPAddresses: ${publicIPAddresses.length}`);
      else if (reason !== undefined) yield passed(id, reason);
      else
        yield {
          at: id,
          ...(sku === undefined
            ? { message: 'unset', facts: { bastion: name } }
            : { message: 'none', facts: { bastion: name, sku } }),
          evidence: ['publicIPAddresses: none', `sku: ${sku ?? 'not set'}`],
          fix: giveAddress(design, bastion),
        };
    }
  },
});
