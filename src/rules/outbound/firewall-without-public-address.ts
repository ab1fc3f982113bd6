import { type Design, edits, enclosing, findOfKind, type ResourceId, type ResourceOf } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { defineRule, type Fix, passed } from '../rule.ts';
import { withPublicAddress } from './public-address.ts';

type Firewall = ResourceOf<'azure-firewall'>;

const giveAddress = (design: Design, { id, name }: Firewall): Fix => ({
  title: 'Add a public IP address',
  changes: [`Add a public IP address for ${name}`],
  apply: (before: Design, newId: () => ResourceId) => {
    const region = enclosing(design, id, 'region')?.id;
    const { design: added, address } = withPublicAddress(before, name, region, newId);
    return edits.updateResource(added, id, 'azure-firewall', { publicIPAddresses: [address] });
  },
});

export const firewallWithoutPublicAddress = defineRule({
  id: 'firewall-without-public-address',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Firewall has no public IP address',
  holds: 'The firewall has a public IP address, or is managed through one of its own',
  remedy:
    'Give the firewall a public IP address of the Standard SKU, or, for forced tunnelling, AzureFirewallManagementSubnet and a management public IP address.',
  messages: {
    none: (f: { firewall: string }) =>
      `${f.firewall} has no public IP address: Azure does not deploy a firewall without one`,
  },

  *check({ design }) {
    for (const firewall of shownOfKind(design, 'azure-firewall')) {
      const { id, name, parent, publicIPAddresses = [], managementPublicIPAddress } = firewall;
      // In a virtual WAN hub Azure gives the addresses.
      if (!isShown(findOfKind(design, parent, 'subnet'))) continue;
      if (publicIPAddresses.length > 0) yield passed(id, `publicIPAddresses: ${publicIPAddresses.length}`);
      else if (managementPublicIPAddress !== undefined)
        yield passed(id, 'Managed through an address of its own');
      else
        yield {
          at: id,
          message: 'none',
          facts: { firewall: name },
          evidence: ['publicIPAddresses: none', 'managementPublicIPAddress: none'],
          fix: giveAddress(design, firewall),
        };
    }
  },
});
