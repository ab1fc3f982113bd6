import { type Design, edits, findOfKind, type ResourceId } from '#model';
import {
  hasManagedNetwork,
  hasPublicIp,
  holderOf,
  type MachineLearningCompute,
  machineLearningComputes,
  missingComputes,
  wantsPrivate,
  workspacesWithoutComputes,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, type Fix, passed, type RuleContext } from '../rule.ts';
import { coversInternet, isPublicPrefix } from './sources-of-rules.ts';

const propertyOf = (compute: MachineLearningCompute) =>
  compute.kind === 'serverless-compute'
    ? `serverlessComputeNoPublicIP: ${compute.serverlessComputeNoPublicIP ?? 'not set (false)'}`
    : `enableNodePublicIp: ${compute.enableNodePublicIp ?? 'not set (true)'}`;

const withoutPublicIp = (design: Design, compute: MachineLearningCompute): Design =>
  compute.kind === 'serverless-compute'
    ? edits.updateResource(design, compute.id, compute.kind, { serverlessComputeNoPublicIP: true })
    : edits.updateResource(design, compute.id, compute.kind, { enableNodePublicIp: false });

/** Without its address the compute needs another way out: where there is none the fix would cut it off. */
function fixOf({ design, network }: RuleContext, compute: MachineLearningCompute): Fix | undefined {
  const subnet = network.subnetOf(compute.id);
  const fixed = withoutPublicIp(design, compute);
  const otherWays = ['nat-gateway', 'firewall', 'appliance', 'gateway', 'default-outbound'];
  const direct = findOfKind(fixed, subnet, 'subnet');
  const hasWay =
    subnet !== undefined &&
    (otherWays.includes(network.egressOf(subnet).by) ||
      direct?.natGateway !== undefined ||
      direct?.defaultOutboundAccess !== false);
  if (!hasWay) return undefined;
  const bypass = bypassOf(design, direct?.routeTable);
  const together = bypass ? computesBehind({ design, network }, bypass.table.id) : [compute];
  const changes = together.map((one) => `Give ${one.name} no public IP address`);
  return {
    title: `Take the public IP address${together.length === 1 ? '' : 'es'} away`,
    changes: [
      ...changes,
      ...(bypass
        ? [`Remove ${listed(bypass.names)} from ${bypass.table.name}: replies need no way of their own`]
        : []),
    ],
    apply: (before) => {
      const closed = together.reduce(withoutPublicIp, before);
      const table = findOfKind(closed, bypass?.table.id, 'route-table');
      return table
        ? edits.updateResource(closed, table.id, 'route-table', {
            routes: table.routes.filter(({ name }) => !bypass?.names.includes(name)),
          })
        : closed;
    },
  };
}

/**
 * Routes past the firewall for computes with public IP addresses. To a compute without one they are a dead end, so that all
 * computes behind the table lose their addresses together, and the routes with them.
 */
function bypassOf(design: Design, id: ResourceId | undefined) {
  const table = findOfKind(design, id, 'route-table');
  const isFirewalled = table?.routes.some(
    ({ addressPrefix, nextHopType }) => addressPrefix === '0.0.0.0/0' && nextHopType === 'VirtualAppliance',
  );
  const names = (table?.routes ?? [])
    .filter(({ nextHopType, addressPrefix }) => nextHopType === 'Internet' && addressPrefix !== '0.0.0.0/0')
    .map(({ name }) => name);
  return table && isFirewalled && names.length > 0 ? { table, names } : undefined;
}

const computesBehind = ({ design, network }: Pick<RuleContext, 'design' | 'network'>, table: ResourceId) =>
  machineLearningComputes(design).filter(
    (one) => hasPublicIp(one) && findOfKind(design, network.subnetOf(one.id), 'subnet')?.routeTable === table,
  );

/**
 * Only a recommendation where the address was asked for, nobody but Azure itself may come in by it, and the computes may
 * send packets anywhere all the same.
 */
function isGuarded({ design, goals }: RuleContext, subnet: ResourceId | undefined): boolean {
  if (goals.exfiltrationPrevention === 'on' || goals.internetOutbound === 'approved') return false;
  const group = findOfKind(
    design,
    findOfKind(design, subnet, 'subnet')?.networkSecurityGroup,
    'network-security-group',
  );
  // What a group that is not shown lets in, nobody can tell: that is no error yet.
  if (group?.presence === 'not-shown') return true;
  return (
    group?.securityRules
      .filter(({ direction, access }) => direction === 'Inbound' && access === 'Allow')
      .every(
        ({ sourceAddressPrefixes: sources }) => !coversInternet(sources) && !sources.some(isPublicPrefix),
      ) ?? false
  );
}

export const computeHasPublicIp = defineRule({
  id: 'compute-has-public-ip',
  category: 'Inbound',
  severity: () => 'error',
  title: 'Compute has a public IP address',
  holds: 'The compute has no public IP address',
  remedy:
    'Set enableNodePublicIp to false; the workspace needs a private endpoint for that, and the subnet another way out. Computes have to be made again.',
  messages: {
    stated: (f: { compute: string; subnet: string }) =>
      `${f.compute} gives its nodes in ${f.subnet} public IP addresses`,
    byDefault: (f: { compute: string; subnet: string }) =>
      `${f.compute} in ${f.subnet} gets a public IP address, because nothing says otherwise`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design, network } = context;
    for (const workspace of workspacesWithoutComputes(context).filter((one) => !hasManagedNetwork(one)))
      yield missingComputes(workspace);
    for (const compute of machineLearningComputes(design)) {
      const workspace = holderOf(design, compute.workspace);
      const subnet = network.subnetOf(compute.id);
      if (subnet === undefined || (workspace && hasManagedNetwork(workspace))) continue;
      const isStated =
        compute.kind === 'serverless-compute'
          ? compute.serverlessComputeNoPublicIP !== undefined
          : compute.enableNodePublicIp !== undefined;
      if (!hasPublicIp(compute)) yield passed(compute.id, propertyOf(compute));
      else
        yield {
          at: [compute.id, subnet],
          message: isStated ? 'stated' : 'byDefault',
          ...(isStated && isGuarded(context, subnet) ? { severity: 'warning' as const } : {}),
          facts: { compute: compute.name, subnet: labelOf(design, subnet) },
          evidence: propertyOf(compute),
          fix: fixOf(context, compute),
        };
    }
  },
});
