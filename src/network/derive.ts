import { type Design, findOfKind, findResource, type ResourceId } from '#model';
import { subnetUsage } from './addressing.ts';
import { parseAddress } from './cidr.ts';
import { resolveName } from './dns.ts';
import { egressOfSubnet, machineOf } from './egress.ts';
import { drawnNetworkOf } from './estate.ts';
import { exfiltrationFates, exfiltrationPath } from './exfiltration-paths.ts';
import { ruleBaseOf } from './firewall-rules.ts';
import { type Ground, groundOf, groundQuestion } from './ground.ts';
import { deploymentEndpointsOf } from './hosted-sources.ts';
import { hostedAnswer } from './hosted-trace.ts';
import { jumpBoxes } from './jump-boxes.ts';
import { dividedAddresses } from './likeness.ts';
import { managedNetworkOf } from './managed-network.ts';
import { joinedKey } from './memo.ts';
import { addressAtEndpoint } from './named-destinations.ts';
import type { EffectiveSecurityRule, Network } from './network.ts';
import { furtherWays, outlets } from './open-ways.ts';
import { requiredFlows } from './required-flows.ts';
import { requiredNames } from './required-names.ts';
import { effectiveRules, interfaceGroupOf } from './security-rules.ts';
import { studioFlows } from './service-flows.ts';
import { shadowedRules } from './shadowed-rules.ts';
import { strangersNames } from './strangers-names.ts';
import { withOwner } from './stray-answers.ts';
import { answerToTag } from './tagged-traffic.ts';
import { fateOfQuery, requiredFates, traceQuery } from './trace-query.ts';

let latest: Network | undefined;

/**
 * The network of a design. Nothing is computed before it is asked for, and what was computed is kept until something that
 * it rests on is edited.
 */
export const deriveNetwork = (design: Design): Network => {
  if (latest?.design === design) return latest;
  latest = buildNetwork(design);
  return latest;
};

function buildNetwork(design: Design): Network {
  const ground = groundOf(design);
  const { estate, addresses, peerings, routes } = ground;
  return {
    design,
    addressing: (subnet) => subnetUsage(estate, subnet),
    addressesOf: addresses.addressesOf,
    isAddressExpected: addresses.isAssumed,
    ownersOf: (address) => addresses.ownersOf(parseAddress(address) ?? -1).map((id) => machineOf(estate, id)),
    addressAt: (endpoint, to) => addressAtEndpoint(ground, endpoint, to),
    routesOf: routes.routesOf,
    securityRulesOf: (holder, direction) => securityRulesOf(ground, holder, direction),
    shadowedRulesOf: (holder, direction) => shadowedRules(securityRulesOf(ground, holder, direction)),
    firewallRulesOf: (firewall) => {
      const { translations, filters, missing } = ruleBaseOf(estate, firewall);
      return { rules: [...translations, ...filters], ...(missing ? { missing } : {}) };
    },
    answerToTag: (holder, traffic) => answerToTag(ground, holder, traffic),
    egressOf: (subnet) => egressOfSubnet(estate, subnet),
    subnetOf: estate.subnetOf,
    virtualNetworkOf: (resource) => drawnNetworkOf(estate, resource),
    peersOf: peerings.peersOf,
    resolve: (from, hostName) => resolutionOf(ground, { from, hostName }),
    trace: (query) => traceQuery(ground, query),
    fateOf: (query) => fateOfQuery(ground, query),
    requiredFlows: () => requiredFlows(ground, 'all'),
    studioFlows: (from) => studioFlows(estate, from),
    requiredFates: () => requiredFates(ground, 'all'),
    jumpBoxes: () => jumpBoxes(ground, 'all'),
    requiredNames: () => requiredNames(ground, 'all'),
    managedNetworkOf: (workspace) => managedNetworkOf(estate, workspace),
    deploymentEndpointsOf: (endpoint) => deploymentEndpointsOf(estate, endpoint),
    exfiltrationPaths: () => exfiltrationFates(ground, 'all').map((one) => exfiltrationPath(ground, one)),
    exfiltrationFates: () => exfiltrationFates(ground, 'all'),
    outlets: () => outlets(estate, 'all'),
    furtherWays: () => furtherWays(estate, 'all'),
    strangersNames: () => strangersNames(estate, 'all'),
    dividedAddresses: ({ from, fromSubnet }) => dividedAddresses(ground, from, fromSubnet),
    exfiltrationPath: (fate) => exfiltrationPath(ground, fate),
  };
}

const resolutionOf = groundQuestion(
  (ground, { from, hostName }: { readonly from: ResourceId; readonly hostName: string }) =>
    withOwner(ground, hostedAnswer(ground, from, hostName) ?? resolveName(ground, from, hostName)),
  ({ from, hostName }) => joinedKey(from, hostName),
);

function securityRulesOf(
  { estate }: Ground,
  holder: ResourceId,
  direction: 'Inbound' | 'Outbound',
): readonly EffectiveSecurityRule[] {
  const subnet = findOfKind(estate.design, holder, 'subnet');
  const own = interfaceGroupOf(estate, holder);
  const id =
    findResource(estate.design, holder)?.kind === 'network-security-group'
      ? holder
      : (subnet?.networkSecurityGroup ?? own);
  const group = findOfKind(estate.design, id, 'network-security-group');
  return group && group.presence !== 'not-shown' ? effectiveRules(group, direction) : [];
}
