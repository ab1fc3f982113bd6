import { preventsExfiltration } from '../architecture.ts';
import { type Site, type SiteSubnet, type SubnetRole, subnetsOfRole } from './site.ts';

/** Subnets whose packets leave for the internet, and those of them that a default route leads to the firewall. */
const routedRoles: readonly SubnetRole[] = ['training', 'scoring', 'jump', 'clients'];
const leavingRoles: readonly SubnetRole[] = [...routedRoles, 'dns-server'];

export const firewallSubnetOf = (site: Site): SiteSubnet | undefined => subnetsOfRole(site, 'firewall')[0];

/** Networks that are not peered have a way out each. */
export const isBehindFirewall = (site: Site, { role, network }: SiteSubnet): boolean => {
  const firewall = firewallSubnetOf(site);
  if (!firewall || !routedRoles.includes(role)) return false;
  return site.architecture.topology !== 'isolated' || firewall.network === network;
};

/** Nodes with public addresses of their own leave by these where nothing else stands in the way. */
const hasPublicWayOut = ({ architecture }: Site, { role }: SiteSubnet): boolean =>
  role === 'training' && architecture.computes.havePublicAddresses;

export const usesNatGateway = (site: Site, subnet: SiteSubnet): boolean =>
  leavingRoles.includes(subnet.role) && !isBehindFirewall(site, subnet) && !hasPublicWayOut(site, subnet);

/** Whether a policy narrows the storage that the computes of a subnet can write to. */
export const hasStoragePolicy = ({ architecture }: Site, { role }: SiteSubnet): boolean =>
  preventsExfiltration(architecture) && (role === 'training' || role === 'scoring');
