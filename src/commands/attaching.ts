import { fixedSubnetOf } from '#catalog';
import {
  type Design,
  edits,
  enclosing,
  mayLieIn,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
} from '#model';

/** What a subnet has one of, by the property that names it, and what Azure says of subnets that it keeps. */
const attachments = {
  'network-security-group': { property: 'networkSecurityGroup', allowed: 'mayHaveNetworkSecurityGroup' },
  'route-table': { property: 'routeTable', allowed: 'mayHaveRouteTable' },
  'nat-gateway': { property: 'natGateway', allowed: 'mayHaveNatGateway' },
} as const satisfies Partial<Record<ResourceKind, { property: string; allowed: string }>>;

type Attachable = keyof typeof attachments;
type Subnet = ResourceOf<'subnet'>;

/** Whether subnets have one of the kind. */
export const isAttachable = (kind: ResourceKind): kind is Attachable => kind in attachments;

/** What of a kind a subnet has now. */
export const attachedTo = (subnet: Subnet, kind: Attachable): ResourceId | undefined =>
  subnet[attachments[kind].property];

/** Whether Azure takes one of the kind at a subnet. */
export const mayAttach = ({ name }: Subnet, kind: ResourceKind): kind is Attachable =>
  isAttachable(kind) && (fixedSubnetOf(name)?.[attachments[kind].allowed] ?? true);

/** Whether a new one can be made for a subnet: it has none yet, and Azure takes one there. */
export const mayAttachNew = (subnet: Subnet, kind: ResourceKind): boolean =>
  mayAttach(subnet, kind) && attachedTo(subnet, kind) === undefined;

/** The region in which a new one of the kind lies for something that names it; nothing where it lies elsewhere. */
export const regionFor = (design: Design, holder: ResourceId, kind: ResourceKind): ResourceId | undefined =>
  mayLieIn(kind, 'region') ? enclosing(design, holder, 'region')?.id : undefined;

/** Attaches something to a subnet in place of what it had of the kind. */
export const attach = (design: Design, subnet: ResourceId, kind: Attachable, what: ResourceId): Design =>
  edits.updateResource(design, subnet, 'subnet', { [attachments[kind].property]: what });
