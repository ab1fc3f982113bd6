import { admitsByRulesAlone, anyAddressInAzure } from '#catalog';
import {
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
} from '#model';
import { parseAddress } from './cidr.ts';
import type { Estate } from './estate.ts';
import { interfaceAt } from './interfaces.ts';
import type { Egress } from './network.ts';
import { holdEveryAddress, matchTarget, noSpace } from './tags.ts';

/** Whether a service lets a packet in at its public address. */
export interface AccessAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  readonly by: string;
  readonly text: string;
  readonly missing?: string;
}

/** Who stands at the public door. */
export interface Visitor {
  /** The subnet it leaves from; a service endpoint carries its identity. */
  readonly subnet?: ResourceId;
  readonly isByServiceEndpoint: boolean;
  /** How it left for the internet, where it did. */
  readonly egress?: Egress;
}

/** The public door of a service: public network access, then its own firewall. */
export const publicAccess = (estate: Estate, service: Resource, visitor: Visitor): AccessAnswer => {
  if (service.presence === 'not-shown')
    return unknown(service, `the public network access of ${service.name}`);
  if (service.kind === 'workspace') return workspaceAccess(estate, service, visitor);
  const access = 'publicNetworkAccess' in service ? service.publicNetworkAccess : undefined;
  if (access === 'Disabled') return deny(service, 'public network access is disabled', 'publicNetworkAccess');
  if (access === 'SecuredByPerimeter')
    return unknown(service, `the rules of the network security perimeter around ${service.name}`);
  const rules = 'networkAcls' in service ? service.networkAcls : undefined;
  const isByRulesAlone = admitsByRulesAlone(service.kind);
  if (isByRulesAlone && rules === undefined && !estate.isComplete)
    return unknown(service, `the firewall rules of ${service.name}`);
  if (!isByRulesAlone && rules?.defaultAction !== 'Deny')
    return allow(service, 'networkAcls.defaultAction', 'its public endpoint is open');
  if (
    visitor.isByServiceEndpoint &&
    visitor.subnet !== undefined &&
    rules?.virtualNetworkRules?.includes(visitor.subnet)
  )
    return allow(service, 'networkAcls.virtualNetworkRules', `it admits ${estate.nameOf(visitor.subnet)}`);
  const addresses = rules?.ipRules ?? [];
  if (isByRulesAlone && visitor.subnet !== undefined && addresses.includes(anyAddressInAzure))
    return allow(service, 'networkAcls.ipRules', `${anyAddressInAzure} stands for every address in Azure`);
  return addressAccess(estate, service, addresses, visitor);
};

export const allow = ({ name }: Resource, by: string, why: string): AccessAnswer => ({
  access: 'Allow',
  by: `${by} of ${name}`,
  text: `${name} lets it in: ${why}.`,
});
export const deny = ({ name }: Resource, why: string, by: string): AccessAnswer => ({
  access: 'Deny',
  by: `${by} of ${name}`,
  text: `${name} refuses it: ${why}.`,
});
export const unknown = ({ name }: Resource, fact: string): AccessAnswer => ({
  access: 'unknown',
  by: name,
  text: `Cannot tell: ${fact} is not shown.`,
  missing: fact,
});

function workspaceAccess(estate: Estate, workspace: ResourceOf<'workspace'>, visitor: Visitor): AccessAnswer {
  if (workspace.publicNetworkAccess === 'Disabled')
    return deny(workspace, 'public network access is disabled', 'publicNetworkAccess');
  if (workspace.ipAllowlist === undefined || workspace.ipAllowlist.length === 0)
    return allow(workspace, 'publicNetworkAccess', 'public network access is enabled');
  return addressAccess(estate, workspace, workspace.ipAllowlist, visitor);
}

/** Address rules hold public addresses: a visitor by service endpoint comes with a private one, which they never hold. */
function addressAccess(
  estate: Estate,
  service: Resource,
  rules: readonly string[],
  { isByServiceEndpoint, egress, subnet }: Visitor,
): AccessAnswer {
  const by = service.kind === 'workspace' ? 'ipAllowlist' : 'networkAcls';
  if (rules.length === 0 || isByServiceEndpoint)
    return deny(service, 'its firewall admits neither this subnet nor this address', by);
  // From its own region a storage account is asked by private addresses, on which address rules have no effect.
  const isNear =
    service.kind === 'storage-account' &&
    subnet !== undefined &&
    estate.regionOf(subnet) === estate.regionOf(service.id);
  if (isNear && estate.regionOf(service.id) !== undefined)
    return deny(service, 'its address rules have no effect on requests from its own region', by);
  if (holdEveryAddress(rules)) return allow(service, by, 'its address rules hold every address');
  const addresses = addressesBehind(estate, egress);
  if (addresses.length === 0 || addresses.includes(undefined))
    return unknown(service, `the public address from which ${service.name} is asked`);
  const isIn = addresses.every((address) => {
    const value = parseAddress(address ?? '');
    return (
      value !== undefined &&
      matchTarget(rules, { label: address ?? '', address: value, isPrivate: false }, noSpace) === 'yes'
    );
  });
  return isIn
    ? allow(service, by, `its address rules hold ${addresses.join(', ')}`)
    : deny(service, `its address rules do not hold ${addresses.join(', ')}`, by);
}

/** The public addresses that a service sees behind a way out; `undefined` for each that is not known. */
export function addressesBehind(estate: Estate, egress: Egress | undefined): readonly (string | undefined)[] {
  const holder = findResource(estate.design, egress?.resource);
  if (!holder) return [];
  if (holder.kind === 'nat-gateway' && (holder.publicIPPrefixes ?? []).length > 0) return [undefined];
  return doorsOf(estate, holder).map((id) => findOfKind(estate.design, id, 'public-ip-address')?.ipAddress);
}

/** The public IP addresses by which a resource sends. */
function doorsOf(estate: Estate, resource: Resource): readonly ResourceId[] {
  const card = interfaceAt(estate, resource.id);
  if (card) return flatMapped(card.ipConfigurations, (one) => one.publicIPAddress ?? []);
  if (resource.kind === 'load-balancer')
    return flatMapped(resource.frontendIPConfigurations, (one) => one.publicIPAddress ?? []);
  return 'publicIPAddresses' in resource ? (resource.publicIPAddresses ?? []) : [];
}
