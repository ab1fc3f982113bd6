import { privateLinkServiceOf } from '#catalog';
import { type Design, kinds, type Resource, type ResourceKind } from '#model';
import { type Destination, parseAddress } from '#network';
import { oneOf, resourcesNamed, unknownName } from './find-resource.ts';
import { shortened } from './one-line.ts';
import { readHost } from './read-host.ts';
import { readServiceTag, serviceTagNames } from './read-service-tag.ts';
import { UsageFault } from './usage-fault.ts';

/** What neither sends nor receives: it says what others may do. */
const bystanders: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'region',
  'virtual-network',
  'network-security-group',
  'application-security-group',
  'route-table',
  'firewall-policy',
  'ip-group',
  'nat-gateway',
  'public-ip-address',
  'virtual-network-peering',
  'service-endpoint-policy',
  'security-admin-rules',
  'network-security-perimeter',
  'private-dns-zone',
  'dns-forwarding-ruleset',
]);

/** What receives and never sends by itself. */
const receivers: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'private-endpoint',
  'azure-monitor-private-link-scope',
]);

const maySend = ({ kind }: Resource): boolean => !bystanders.has(kind) && !receivers.has(kind);
const mayReceive = ({ kind }: Resource): boolean => !bystanders.has(kind) && kind !== 'subnet';

const kindText = ({ kind, name }: Resource): string =>
  `${shortened(name)} is a ${kinds[kind].title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`;

/** A text that an option must have. */
export function required(option: string, what: string, text: string | undefined): string {
  if (text === undefined || text.trim() === '') throw new UsageFault(`${option} ${what} is missing.`);
  return text.trim();
}

/** Where a packet or a query starts. */
export interface NamedSource {
  readonly resource: Resource;
  /** The deployment of a managed online endpoint that sends it. */
  readonly deployment?: string;
  readonly label: string;
}

/** Reads a source: a resource, or a deployment of a managed online endpoint (`fraud-online/blue`). */
export function readSource(design: Design, given: string | undefined): NamedSource {
  const text = required('--from', 'NAME', given);
  const found = resourcesNamed(design, text);
  const resource = oneOf(design, '--from', text, found, maySend);
  if (resource) return { resource, label: resource.name };
  const [other] = found;
  const deployment = readDeployment(design, text);
  if (deployment) return deployment;
  if (!other) throw unknownName(design, '--from', text);
  throw new UsageFault(
    `--from ${shortened(text)}: ${kindText(other)}, which sends nothing; name a machine, a compute, a client or a subnet.`,
  );
}

function readDeployment(design: Design, text: string): NamedSource | undefined {
  const at = text.lastIndexOf('/');
  if (at < 0) return undefined;
  const [name, wanted] = [
    text.slice(0, at),
    text
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  ];
  const endpoint = oneOf(
    design,
    '--from',
    name,
    resourcesNamed(design, name),
    ({ kind }) => kind === 'managed-online-endpoint',
  );
  if (endpoint?.kind !== 'managed-online-endpoint') return undefined;
  const deployments = endpoint.deployments?.map((one) => one.name) ?? [];
  const deployment = deployments.find((one) => one.toLowerCase() === wanted);
  if (deployment !== undefined)
    return { resource: endpoint, deployment, label: `${endpoint.name}/${deployment}` };
  throw new UsageFault(
    `--from ${shortened(text)}: ${endpoint.name} has no deployment ${shortened(wanted)}; there are ${deployments.join(', ') || 'none'}.`,
  );
}

/** Where a packet goes, and how people call it. */
export interface NamedDestination {
  readonly to: Destination;
  readonly label: string;
}

/**
 * Reads a destination: a resource, a resource with a sub-resource (`stml:blob`, `stml/blob`), an IPv4 address,
 * a service tag, or a host name, tried in this order.
 */
export function readDestination(design: Design, given: string | undefined): NamedDestination {
  const text = required('--to', 'NAME-OR-HOST', given);
  const found = resourcesNamed(design, text);
  const resource = oneOf(design, '--to', text, found, mayReceive);
  if (resource) return { to: { resource: resource.id }, label: resource.name };
  const elsewhere =
    readSubresource(design, text) ?? readAddress(text) ?? readTag(design, text) ?? readHostOf(text);
  if (elsewhere) return elsewhere;
  const [other] = found;
  if (!other) throw unknownName(design, '--to', text, serviceTagNames);
  throw new UsageFault(
    `--to ${shortened(text)}: ${kindText(other)}, which receives nothing; name a service, a machine, an address or a host.`,
  );
}

/** `stml:blob` or `stml/blob`: a service and what of it. */
function readSubresource(design: Design, text: string): NamedDestination | undefined {
  const at = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'));
  if (at < 0) return undefined;
  const [name, group] = [text.slice(0, at), text.slice(at + 1).trim()];
  const found = resourcesNamed(design, name).filter((one) => subresourcesOf(one).length > 0);
  const service = oneOf(design, '--to', name, found, mayReceive);
  if (!service) return undefined;
  const groupIds = subresourcesOf(service);
  const groupId = groupIds.find((one) => one.toLowerCase() === group.toLowerCase());
  if (groupId === undefined)
    throw new UsageFault(
      `--to ${shortened(text)}: ${service.name} has no sub-resource ${shortened(group)}; there are ${groupIds.join(', ')}.`,
    );
  return { to: { resource: service.id, groupId }, label: `${service.name} (${groupId})` };
}

const subresourcesOf = (resource: Resource): readonly string[] => {
  const key = resource.kind === 'private-link-service' ? resource.armType : resource.kind;
  return Object.values(privateLinkServiceOf(key)?.subresources ?? {}).map(({ groupId }) => groupId);
};

/** An IPv4 address; what only looks like one is a fault. */
function readAddress(text: string): NamedDestination | undefined {
  if (!/^[\d./]+$/.test(text) || !text.includes('.')) return undefined;
  const address = parseAddress(text);
  if (address === undefined)
    throw new UsageFault(`--to ${shortened(text)}: write one IPv4 address, such as 10.0.0.4.`);
  return { to: { address: text }, label: text };
}

function readTag(design: Design, text: string): NamedDestination | undefined {
  const to = readServiceTag(design, text);
  if (!to) return undefined;
  const name = to.region === undefined ? to.serviceTag : `${to.serviceTag}.${to.region}`;
  return { to, label: `service tag ${name}` };
}

const readHostOf = (text: string): NamedDestination | undefined => {
  if (!text.includes('.')) return undefined;
  const host = readHost('--to', text);
  return { to: { hosts: [host] }, label: host };
};
