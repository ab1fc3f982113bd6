import { z } from 'zod/mini';
import { flag, ipAddress, list, part, resource, resourceId, text } from '../resource-base.ts';

/** Lies in a subnet and serves one sub-resource (group) of one target. */
export const privateEndpoint = resource('private-endpoint', {
  /** The service it serves. */
  target: z.optional(resourceId),
  /** Sub-resources as Azure names them: `blob`, `vault`, `amlworkspace`, … */
  groupIds: list(text),
  /** Taken as Approved when absent: that is what deployment by the target's owner makes it. */
  connectionStatus: z.optional(z.enum(['Approved', 'Pending', 'Rejected', 'Disconnected'])),
  /** Static addresses by member, where chosen. */
  ipConfigurations: z.optional(list(part({ memberName: text, privateIPAddress: ipAddress }))),
  /** Not listed when absent, none when empty. At most one in Azure. */
  privateDnsZoneGroups: z.optional(
    list(
      part({
        name: text,
        privateDnsZones: list(resourceId),
        /** Those of the zones whose records were listed, none of which leads to the endpoint any more. */
        zonesWithoutRecords: z.optional(list(resourceId)),
      }),
    ),
  ),
  applicationSecurityGroups: z.optional(list(resourceId)),
});

/** Global; its name is the zone's name. */
export const privateDnsZone = resource('private-dns-zone', {
  /** Not listed when absent. */
  virtualNetworkLinks: z.optional(
    list(
      part({
        name: text,
        virtualNetwork: resourceId,
        registrationEnabled: z.optional(flag),
        resolutionPolicy: z.optional(z.enum(['Default', 'NxDomainRedirect'])),
      }),
    ),
  ),
  /** Records written by hand; those of zone groups are derived. Not listed when absent. */
  recordSets: z.optional(list(part({ name: text, type: text, values: list(text) }))),
});

/** A DNS server of one's own, in a subnet or on-premises. */
export const dnsServer = resource('dns-server', {
  ipAddress: z.optional(ipAddress),
  /** Public suffix to the addresses it is forwarded to. */
  conditionalForwarders: z.optional(list(part({ domainName: text, targets: list(ipAddress) }))),
  /** Where every other name goes; public root servers when absent or empty. */
  forwarders: z.optional(list(ipAddress)),
  /** The virtual machine it runs on, where that is drawn. */
  virtualMachine: z.optional(resourceId),
});

/** Lies in a virtual network; its endpoints lie in subnets. */
export const dnsPrivateResolver = resource('dns-private-resolver', {});

export const dnsResolverEndpoint = resource('dns-resolver-endpoint', {
  resolver: z.optional(resourceId),
  direction: z.enum(['inbound', 'outbound']),
  /** First usable address of its subnet when absent (inbound only). */
  privateIpAddress: z.optional(ipAddress),
});

export const dnsForwardingRuleset = resource('dns-forwarding-ruleset', {
  outboundEndpoints: z.optional(list(resourceId)),
  /** Not listed when absent. */
  forwardingRules: z.optional(
    list(
      part({
        name: text,
        /** Fully qualified, with the final dot as Azure writes it or without. */
        domainName: text,
        forwardingRuleState: z.optional(z.enum(['Enabled', 'Disabled'])),
        targetDnsServers: list(ipAddress),
      }),
    ),
  ),
  /** Not listed when absent. */
  virtualNetworkLinks: z.optional(list(resourceId)),
});

export const azureMonitorPrivateLinkScope = resource('azure-monitor-private-link-scope', {
  /** Not listed when absent. */
  scopedResources: z.optional(list(resourceId)),
  ingestionAccessMode: z.optional(z.enum(['Open', 'PrivateOnly'])),
  queryAccessMode: z.optional(z.enum(['Open', 'PrivateOnly'])),
});
