import { z } from 'zod';
import { flag, ipAddress, list, part, resource, resourceId, text } from '../resource-base.ts';

/** Lies in a subnet and serves one sub-resource (group) of one target. */
export const privateEndpoint = resource('private-endpoint', {
  /** The service it serves. */
  target: resourceId.optional(),
  /** Sub-resources as Azure names them: `blob`, `vault`, `amlworkspace`, … */
  groupIds: list(text),
  /** Taken as Approved when absent: that is what deployment by the target's owner makes it. */
  connectionStatus: z.enum(['Approved', 'Pending', 'Rejected', 'Disconnected']).optional(),
  /** Static addresses by member, where chosen. */
  ipConfigurations: list(part({ memberName: text, privateIPAddress: ipAddress })).optional(),
  /** Not listed when absent, none when empty. At most one in Azure. */
  privateDnsZoneGroups: list(part({ name: text, privateDnsZones: list(resourceId) })).optional(),
  applicationSecurityGroups: list(resourceId).optional(),
});

/** Global; its name is the zone's name. */
export const privateDnsZone = resource('private-dns-zone', {
  /** Not listed when absent. */
  virtualNetworkLinks: list(
    part({
      name: text,
      virtualNetwork: resourceId,
      registrationEnabled: flag.optional(),
      resolutionPolicy: z.enum(['Default', 'NxDomainRedirect']).optional(),
    }),
  ).optional(),
  /** Records written by hand; those of zone groups are derived. Not listed when absent. */
  recordSets: list(part({ name: text, type: text, values: list(text) })).optional(),
});

/** A DNS server of one's own, in a subnet or on-premises. */
export const dnsServer = resource('dns-server', {
  ipAddress: ipAddress.optional(),
  /** Public suffix to the addresses it is forwarded to. */
  conditionalForwarders: list(part({ domainName: text, targets: list(ipAddress) })).optional(),
  /** Where every other name goes; public root servers when absent or empty. */
  forwarders: list(ipAddress).optional(),
  /** The virtual machine it runs on, where that is drawn. */
  virtualMachine: resourceId.optional(),
});

/** Lies in a virtual network; its endpoints lie in subnets. */
export const dnsPrivateResolver = resource('dns-private-resolver', {});

export const dnsResolverEndpoint = resource('dns-resolver-endpoint', {
  resolver: resourceId.optional(),
  direction: z.enum(['inbound', 'outbound']),
  /** First usable address of its subnet when absent (inbound only). */
  privateIpAddress: ipAddress.optional(),
});

export const dnsForwardingRuleset = resource('dns-forwarding-ruleset', {
  outboundEndpoints: list(resourceId).optional(),
  /** Not listed when absent. */
  forwardingRules: list(
    part({
      name: text,
      /** Fully qualified, with the final dot as Azure writes it or without. */
      domainName: text,
      forwardingRuleState: z.enum(['Enabled', 'Disabled']).optional(),
      targetDnsServers: list(ipAddress),
    }),
  ).optional(),
  /** Not listed when absent. */
  virtualNetworkLinks: list(resourceId).optional(),
});

export const azureMonitorPrivateLinkScope = resource('azure-monitor-private-link-scope', {
  /** Not listed when absent. */
  scopedResources: list(resourceId).optional(),
  ingestionAccessMode: z.enum(['Open', 'PrivateOnly']).optional(),
  queryAccessMode: z.enum(['Open', 'PrivateOnly']).optional(),
});
