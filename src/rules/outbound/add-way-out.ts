import {
  type Design,
  edits,
  enclosing,
  findOfKind,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { isShown, letsDataOut } from '../estate.ts';
import { coversInternet } from '../inbound/sources-of-rules.ts';
import { labelOf } from '../labels.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { withPublicAddress } from './public-address.ts';

const isDefault = (prefix: string) => prefix === '0.0.0.0/0';

/** Whether a route table decides where the subnet's packets to the internet go: a NAT gateway would not be asked. */
const isRouted = (design: Design, { routeTable }: ResourceOf<'subnet'>): boolean =>
  routeTable !== undefined &&
  (findOfKind(design, routeTable, 'route-table')?.routes.some(({ addressPrefix }) =>
    isDefault(addressPrefix),
  ) ??
    true);

/** A route table of the same network that leads to a firewall which is there, the way its other subnets take. */
function tableToFirewall({ design, network }: RuleContext, subnet: ResourceOf<'subnet'>) {
  const neighbours = resourcesOfKind(design, 'subnet').filter(
    (one) => one.parent === subnet.parent && one.id !== subnet.id && one.routeTable !== undefined,
  );
  const neighbour = neighbours.find(({ id }) => network.egressOf(id).by === 'firewall');
  return findOfKind(design, neighbour?.routeTable, 'route-table');
}

/** Whether the security group denies what it does not list, and lists no more than places: a way out opens nothing else. */
function isSifted(design: Design, { networkSecurityGroup }: ResourceOf<'subnet'>): boolean {
  const group = findOfKind(design, networkSecurityGroup, 'network-security-group');
  const wide = (group?.securityRules ?? [])
    .filter(
      ({ direction, destinationAddressPrefixes }) =>
        direction === 'Outbound' && coversInternet(destinationAddressPrefixes),
    )
    .toSorted((one, other) => one.priority - other.priority);
  const [first] = wide;
  return first?.access === 'Deny' && first.protocol === '*' && first.destinationPortRanges.includes('*');
}

function withAddress(
  design: Design,
  gateway: ResourceId,
  name: string,
  region: ResourceId | undefined,
  newId: () => ResourceId,
): Design {
  const { design: added, address } = withPublicAddress(design, name, region, newId);
  return edits.updateResource(added, gateway, 'nat-gateway', { publicIPAddresses: [address] });
}

const attach = (design: Design, subnet: ResourceId, gateway: ResourceId) =>
  edits.updateResource(design, subnet, 'subnet', { natGateway: gateway });

/**
 * A way out for a subnet: the route table to the firewall that its neighbours use, else a NAT gateway, an existing one
 * first. `without` names a gateway that lacks an address. Nothing where routes lead elsewhere: which way is meant, nobody
 * can tell.
 */
export function wayOutFix(context: RuleContext, id: ResourceId, without?: ResourceId): Fix | undefined {
  const { design } = context;
  const subnet = findOfKind(design, id, 'subnet');
  if (!subnet || !isShown(subnet)) return undefined;
  const region = enclosing(design, id, 'region')?.id;
  const name = labelOf(design, id);
  if (without !== undefined)
    return {
      title: 'Give the NAT gateway an address',
      changes: [`Add a public IP address for ${labelOf(design, without)}`],
      apply: (before, newId) => withAddress(before, without, labelOf(before, without), region, newId),
    };
  if (isRouted(design, subnet) || subnet.natGateway !== undefined) return undefined;
  const table = tableToFirewall(context, subnet);
  if (table)
    return subnet.routeTable === undefined
      ? {
          title: `Send it through ${table.name}`,
          changes: [`Attach route table ${table.name} to ${name}`],
          apply: (before) => edits.updateResource(before, id, 'subnet', { routeTable: table.id }),
        }
      : undefined;
  // Against the goals a bare NAT gateway would open everything: what to allow has to be settled first.
  if (!letsDataOut(context) && !isSifted(design, subnet)) return undefined;
  const shared = resourcesOfKind(design, 'subnet').find(
    (one) => one.parent === subnet.parent && one.natGateway !== undefined,
  )?.natGateway;
  if (shared !== undefined)
    return {
      title: `Attach ${labelOf(design, shared)}`,
      changes: [`Attach NAT gateway ${labelOf(design, shared)} to ${name}`],
      apply: (before) => attach(before, id, shared),
    };
  return {
    title: 'Add a NAT gateway',
    changes: [`Add a NAT gateway with a public IP address`, `Attach it to ${name}`],
    apply: (before, newId) => {
      const gateway = newId();
      const label = edits.freeName(before, region, `ng-${subnet.name}`);
      const added = edits.addResource(before, {
        id: gateway,
        kind: 'nat-gateway',
        name: label,
        ...(region === undefined ? {} : { parent: region }),
      });
      return attach(withAddress(added, gateway, label, region, newId), id, gateway);
    },
  };
}
