import { privateLinkServiceOf } from '#catalog';
import type { Resource, ResourceId } from '#model';
import type { Prefix } from './cidr.ts';

/** Where a packet really goes, once names are resolved. */
export interface Target {
  /** For people. */
  readonly label: string;
  /** Private or public IPv4 address, where one is known. */
  readonly address?: number;
  /** Where no address is known: it has one of these, and a rule holds it only where it holds all of them. */
  readonly within?: readonly Prefix[];
  readonly isPrivate: boolean;
  /** What has the address: a private endpoint, a machine. */
  readonly owner?: ResourceId;
  /** Service tag of a public destination, without region. */
  readonly serviceTag?: string;
  /** Region of the destination, where the tag may be narrowed to it. */
  readonly region?: string;
  /** The one host name that is asked for; `*` leftmost stands for all below it. */
  readonly host?: string;
  /** Any machine on the internet, so that a rule holds it only where it holds all of them; or a certain one, whose address nobody knows. */
  readonly who?: 'anyone' | 'somebody';
  /** Of somebody else: no service endpoint policy names it. */
  readonly isForeign?: boolean;
  /** The public IP address resource that it is. */
  readonly door?: ResourceId;
  /** The Azure service behind it, and the sub-resource. */
  readonly service?: {
    readonly resource: Resource;
    readonly groupId: string;
    /** Whose private endpoints lead to it, where that is another: an online endpoint is reached by its workspace's. */
    readonly endpointsOf?: ResourceId;
  };
}

/** Catalogue key of a resource: its kind, or the ARM type of a generic Private Link service. */
export const serviceKeyOf = (resource: Resource): string =>
  resource.kind === 'private-link-service' ? resource.armType : resource.kind;

/** Whether the resource is a service that is reached by name. */
export const isService = (resource: Resource): boolean =>
  resource.kind !== 'kubernetes-cluster' && privateLinkServiceOf(serviceKeyOf(resource)) !== undefined;
