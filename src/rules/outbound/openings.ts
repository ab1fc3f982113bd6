import { azureDnsAddress, azureDnsTag, type OutboundRequirement, requiredOutbound } from '#catalog';
import { enclosing, flatMapped, type ResourceId, resourcesOfKind } from '#model';
import { compactRegion, parseAddress, type RequiredFlow } from '#network';
import { type RuleContext, ruleQuestion } from '../context.ts';
import { isByHost, subnetOfFlow } from './judged-flows.ts';

/** Flows to one destination with one protocol: one rule opens them. */
export interface Opening {
  readonly destinations: readonly string[];
  /** Host names where no tag says it. */
  readonly isHosts: boolean;
  readonly protocol: OutboundRequirement['protocol'];
  readonly ports: readonly number[];
}

/** Tags that stand for everybody's accounts and vaults: a firewall that lets them pass lets data out. */
const everybodys: ReadonlySet<string> = new Set(['Storage', 'AzureKeyVault']);

/** Whether opening it at a firewall breaks the goal: a service endpoint with its policy is the way then, or none. */
const wouldLetDataOut = ({ goals }: RuleContext, flows: readonly RequiredFlow[]): boolean =>
  goals.exfiltrationPrevention === 'on' &&
  flows.some(({ to }) => to.serviceTag !== undefined && everybodys.has(to.serviceTag));

/** Addresses of a resource and of the private endpoints that lead to it. */
const addressesAt = ruleQuestion(({ design, network }, id: ResourceId): readonly string[] => {
  const endpoints = resourcesOfKind(design, 'private-endpoint').filter(({ target }) => target === id);
  const places = [id, ...endpoints.map((one) => one.id)];
  return [...new Set(flatMapped(places, (one) => network.addressesOf(one)))];
});

const requirements = new Map(requiredOutbound.map((one) => [one.id, one]));
const requirementOf = ({ requirement }: RequiredFlow) => requirements.get(requirement ?? '');

/** As narrow as Azure has the tag; under exfiltration prevention the accounts of the sender's region alone, too. */
function tagFor(context: RuleContext, flow: RequiredFlow): string | undefined {
  const { serviceTag } = flow.to;
  if (serviceTag === undefined || isByHost(context, flow)) return undefined;
  const isNarrow =
    requirementOf(flow)?.isRegional ||
    (context.goals.exfiltrationPrevention === 'on' && everybodys.has(serviceTag));
  const region = isNarrow ? enclosing(context.design, flow.from, 'region')?.name : undefined;
  return region === undefined ? serviceTag : `${serviceTag}.${compactRegion(region)}`;
}

const isEverybodys = (destination: string): boolean => everybodys.has(destination.split('.')[0] ?? '');

export function openingsOf(context: RuleContext, flows: readonly RequiredFlow[]): readonly Opening[] {
  const openings = new Map<string, { opening: Omit<Opening, 'ports'>; ports: Set<number> }>();
  for (const flow of flows) {
    const { hosts, address, resource } = flow.to;
    const serviceTag = tagFor(context, flow);
    const addresses = resource ? addressesAt(context, resource) : [];
    const isHosts = serviceTag === undefined && address === undefined && addresses.length === 0;
    const destinations = serviceTag
      ? [serviceTag]
      : address
        ? [address === azureDnsAddress ? azureDnsTag : address]
        : addresses.length > 0
          ? addresses
          : // Names of the design's own services are private ones: their public ends are opened by their tags.
            resource === undefined
            ? (hosts ?? [])
            : [];
    if (destinations.length === 0) continue;
    // By a tag the very protocols that Microsoft names; a host name is opened to what asks for it by name.
    const isAny = serviceTag !== undefined && requirementOf(flow)?.protocol === 'Any';
    const protocol = isAny ? 'Any' : flow.protocol;
    const key = `${destinations.join()} ${protocol}`;
    const entry = openings.get(key) ?? {
      opening: { destinations, isHosts, protocol },
      ports: new Set<number>(),
    };
    entry.ports.add(flow.port);
    openings.set(key, entry);
  }
  return [...openings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { opening, ports }]) => ({ ...opening, ports: [...ports].sort((a, b) => a - b) }));
}

const tailOf = (address: string): string => address.slice(address.lastIndexOf('.'));

/** Addresses in a row by their first and their last: `10.0.0.197 – .207`; what is no address as it stands. */
function inRuns(destinations: readonly string[]): string {
  const runs: { first: string; last: string; end: number | undefined }[] = [];
  for (const one of destinations) {
    const address = parseAddress(one);
    const run = runs.at(-1);
    const follows = run?.end !== undefined && address === run.end + 1;
    if (run && follows && one.startsWith(run.first.slice(0, run.first.lastIndexOf('.') + 1)))
      Object.assign(run, { last: one, end: address });
    else runs.push({ first: one, last: one, end: address });
  }
  return runs
    .map(({ first, last, end }) => {
      if (first === last) return first;
      const isPair = end === (parseAddress(first) ?? 0) + 1;
      return isPair ? `${first}, ${last}` : `${first} – ${tailOf(last)}`;
    })
    .join(', ');
}

/** `TCP 443 to AzureActiveDirectory`. */
export const wordsOf = ({ destinations, protocol, ports }: Opening) =>
  `${protocol.toUpperCase()} ${ports.join(', ')} to ${inRuns(destinations)}`;

/** What is never opened at a firewall under exfiltration prevention, and what is. */
export function sifted(context: RuleContext, flows: readonly RequiredFlow[]) {
  const isShut = ({ destinations }: Opening) =>
    wouldLetDataOut(context, flows) && destinations.some(isEverybodys);
  const openings = openingsOf(context, flows);
  return {
    open: openings.filter((one) => !isShut(one)),
    shut: flatMapped(openings.filter(isShut), ({ destinations }) =>
      destinations.map((one) => one.split('.')[0] ?? one),
    ),
  };
}

/** The subnets from which storage of Microsoft is asked for. */
export const storageSenders = (
  context: RuleContext,
  flows: readonly RequiredFlow[],
): readonly ResourceId[] => [
  ...new Set(
    flatMapped(flows, (flow) =>
      flow.to.serviceTag === 'Storage' ? (subnetOfFlow(context, flow) ?? []) : [],
    ),
  ),
];
