import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const dnsExplanations: Explanations = {
  'dns-forwarder-missing': {
    why: 'Only Azure DNS knows the private DNS zones, and it answers only from inside a virtual network. A DNS server of one’s own has to forward the public suffix of each service there: directly from a virtual network, and from on-premises by way of a resolver, a firewall proxy or a DNS server in Azure.',
    sources: [sources.customDns, sources.privateEndpointDnsIntegration, sources.privateEndpointDns],
  },
  'dns-forwards-privatelink-suffix': {
    why: 'Clients ask for the public name. A server that forwards only privatelink.* asks the internet for the public name first and gets the public answer, or an alias that it cannot follow.',
    sources: [sources.privateEndpointDnsIntegration],
  },
  'dns-record-overwritten': {
    why: 'Two endpoints of one sub-resource that are registered in one zone write the same record: the later address replaces the earlier, and deleting either endpoint deletes the record of both.',
    sources: [sources.privateEndpointDns, sources.privateEndpointDnsIntegration],
  },
  'monitor-zone-without-private-link-scope': {
    why: 'Public names of Azure Monitor always pass through its private zone. Where that zone is linked and no private link scope has an endpoint, the names do not resolve, and Application Insights and Log Analytics fail for the whole network.',
    sources: [sources.monitorPrivateLink],
  },
  'private-dns-zone-hides-names': {
    why: 'A private DNS zone answers alone for everything under its name, in each network that it is linked to. A zone named like a public domain therefore hides every name of that domain that it has no record of: sign-in, images and services of others stop resolving, though every rule lets the packets pass.',
    sources: [sources.privateDnsZones, sources.privateEndpointDns],
  },
  'private-dns-zone-missing': {
    why: 'A private endpoint is used only when the name of its service resolves to its address. Without the record in the private DNS zone, clients still get the public address, which the closed service refuses. A workspace needs two zones: without the one for notebooks, studio cannot open them.',
    sources: [sources.privateEndpointDns, sources.customDns],
  },
  'private-dns-zone-not-linked': {
    why: 'A private DNS zone answers only queries that reach Azure DNS from a virtual network it is linked to. With a DNS server or a firewall in between, that is the network of the last of them. Elsewhere the name keeps its public address.',
    sources: [sources.privateEndpointDns, sources.customDns],
  },
  'private-dns-zone-wrong': {
    why: 'Azure sends a service name to one private DNS zone, whose name Azure fixes. In a zone of any other name no record is written or found: the name keeps its public address, which the closed service refuses.',
    sources: [sources.privateEndpointDns],
  },
  'ruleset-linked-to-other-region': {
    why: 'Azure refuses to link a DNS forwarding ruleset to a virtual network of another region. The network asks Azure DNS without its rules, and names that they forward stay unknown or get their public address.',
    sources: [sources.dnsForwardingRulesets],
  },
  'ruleset-loops': {
    why: 'An inbound endpoint answers as Azure DNS of its own network does. Where that network is linked to a ruleset that forwards to the endpoint, the query comes back until it times out, for every network and office that asks the endpoint.',
    sources: [sources.dnsForwardingRulesets],
  },
};
