import type { Resource, ResourceId } from '#model';
import { firstUsableAddress } from '#network';
import type { Workplace } from '../architecture.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { forwardersTo, sharedNameServer } from './name-servers.ts';
import { publicAddress } from './public-address.ts';
import { onlineEndpointIds } from './scoring.ts';
import { type Site, subnetOf } from './site.ts';

const siteId = idOf('on-premises');
const internetId = idOf('internet');

/** The site, its DNS server that forwards what is private in Azure, and the gateway that joins it. */
function onPremises(site: Site): readonly Resource[] {
  const { onPremisesPrefix: prefix, architecture, home } = site;
  const subnet = subnetOf(home, 'gateway');
  const nameServer = prefix === undefined ? undefined : firstUsableAddress(prefix);
  const target = sharedNameServer(site);
  if (prefix === undefined || !subnet || nameServer === undefined || target === undefined) return [];
  const isVpn = architecture.connection === 'vpn';
  const name = isVpn ? 'vpng-hub' : 'ergw-hub';
  return [
    make('virtual-network-gateway', idOf('gateway'), name, {
      parent: subnet.id,
      gatewayType: isVpn ? 'Vpn' : 'ExpressRoute',
      sku: isVpn ? 'VpnGw1AZ' : 'ErGw1AZ',
      publicIPAddresses: [idOf('gateway/public-address')],
    }),
    publicAddress(site, 'gateway/public-address', `pip-${name}`),
    make('on-premises-network', siteId, 'On-premises', {
      addressPrefixes: [prefix],
      gateways: [idOf('gateway')],
      dnsServers: [nameServer],
    }),
    make('dns-server', idOf('on-premises/dns-server'), 'dns-onprem', {
      parent: siteId,
      ipAddress: nameServer,
      conditionalForwarders: forwardersTo(site, target),
    }),
  ];
}

function jumpBox(site: Site): readonly Resource[] {
  const subnet = subnetOf(site.home, 'jump');
  const bastion = subnetOf(site.home, 'bastion');
  return [
    ...(bastion
      ? [
          make('bastion', idOf('bastion'), 'bas-hub', {
            parent: bastion.id,
            sku: 'Standard',
            publicIPAddresses: [idOf('bastion/public-address')],
          }),
          publicAddress(site, 'bastion/public-address', 'pip-bas-hub'),
        ]
      : []),
    ...(subnet && bastion
      ? [make('virtual-machine', idOf('jump-box'), 'vm-jump', { parent: subnet.id })]
      : []),
  ];
}

/** The container that people at a workplace lie in. */
const placeOf = (site: Site, workplace: Workplace): ResourceId | undefined =>
  workplace === 'on-premises'
    ? siteId
    : workplace === 'internet'
      ? internetId
      : subnetOf(site.home, workplace === 'jump-box' ? 'jump' : 'clients')?.id;

const workplaceNames: Readonly<Record<Workplace, string>> = {
  'jump-box': 'by jump box',
  clients: 'in Azure',
  'on-premises': 'on-premises',
  internet: 'outside',
};

/** Told apart by where they are only where they are in several places. */
const nameOf = (name: string, workplace: Workplace, all: readonly Workplace[]): string =>
  all.length > 1 ? `${name} ${workplaceNames[workplace]}` : name;

function clients(site: Site): readonly Resource[] {
  const { engineers, callers } = site.architecture;
  const endpoints = onlineEndpointIds(site);
  const client = (
    workplace: Workplace,
    role: 'engineer' | 'scoring-client',
    name: string,
    uses: readonly ResourceId[],
  ) => {
    const parent = placeOf(site, workplace);
    return parent === undefined || uses.length === 0
      ? []
      : [make('client', idOf(`${role}/${workplace}`), name, { parent, role, uses })];
  };
  return [
    ...engineers.flatMap((place) =>
      client(
        place,
        'engineer',
        nameOf('ML engineers', place, engineers),
        site.workloads.map(({ key }) => idOf(`${key}/workspace`)),
      ),
    ),
    ...callers.flatMap((place) =>
      client(place, 'scoring-client', nameOf('Applications', place, callers), endpoints),
    ),
  ];
}

/** Who uses the workspace, and the ways by which they come. */
export function peopleOf(site: Site): readonly Resource[] {
  const { engineers, callers } = site.architecture;
  const isOnInternet = [...engineers, ...callers].includes('internet');
  return [
    ...onPremises(site),
    ...(isOnInternet ? [make('internet', internetId, 'Internet', {})] : []),
    ...jumpBox(site),
    ...clients(site),
  ];
}
