import type { ResourceId, ResourceKind } from '#model';
import { isObject, type JsonObject, propertyOf } from '../json-object.ts';
import type { NoteBook } from '../note-book.ts';
import { type ArmId, nameOf, parentOf, parseArmId, repairArmId, stableId } from './arm-id.ts';
import { armTypeOf, kindOfType } from './arm-types.ts';
import { isDecisive } from './decisive-properties.ts';
import { mergeLists } from './merge-rows.ts';
import { Part } from './part.ts';
import type { Row } from './row.ts';

/** A reference that a resource makes, and whence: what it names may have to be drawn without being known. */
export interface Need {
  readonly id: ArmId;
  readonly location: string | undefined;
}

/** A connection as the service lists it. */
export interface Connection {
  readonly target: ResourceId;
  readonly groupIds: readonly string[];
  readonly status: (typeof connectionStates)[number] | undefined;
}

/** States of a connection as Azure writes them. */
export const connectionStates = ['Approved', 'Pending', 'Rejected', 'Disconnected'] as const;

/** The state of a connection. A word that Azure adds, as it once had Timeout, is none that lets packets pass. */
export const stateOf = (state: Part): (typeof connectionStates)[number] | undefined =>
  state.oneOf('status', connectionStates) ?? (state.has('status') ? 'Disconnected' : undefined);

/** All rows of the source, by id and by parent, and what they were found to refer to. */
export class Estate {
  readonly rows: ReadonlyMap<string, Row>;
  readonly isComplete: boolean;
  /** What resources refer to, in the order of asking. */
  readonly needs: Need[] = [];
  readonly #children = new Map<string, Row[]>();
  readonly #attachments = new Map<string, Set<ResourceId>>();
  readonly #endpointInterfaces = new Map<string, Row[]>();
  readonly #remoteSpaces = new Map<string, readonly string[]>();
  readonly #connections = new Map<string, Connection>();
  readonly #storageAccounts = new Map<string, Row>();
  readonly #ids = new Map<string, ArmId>();
  readonly #damaged = new Map<string, string>();
  readonly #notes: NoteBook;
  readonly #unfinished: ReadonlySet<string>;

  constructor(
    rows: ReadonlyMap<string, Row>,
    isComplete: boolean,
    notes: NoteBook,
    unfinished: ReadonlySet<string>,
  ) {
    this.rows = rows;
    this.isComplete = isComplete;
    this.#notes = notes;
    this.#unfinished = unfinished;
    for (const row of rows.values()) {
      push(this.#children, parentOf(row.id)?.key, row);
      if (row.id.type === 'microsoft.storage/storageaccounts')
        this.#storageAccounts.set(nameOf(row.id).toLowerCase(), row);
      this.#readAttachment(row);
      this.#readEndpointInterface(row);
      this.#readConnections(row);
      this.#readRemoteSpace(row);
    }
  }

  /** Whether more children are listed than were opened. */
  isUnfinished(parent: ArmId): boolean {
    return this.#unfinished.has(parent.spelled.toLowerCase());
  }

  /** Rows directly under a resource, by the last word of their types. */
  childRows(parent: ArmId, ...words: readonly string[]): readonly Row[] {
    const wanted = words.map((word) => `${parent.type}/${word}`.toLowerCase());
    return (this.#children.get(parent.key) ?? []).filter((row) => wanted.includes(row.id.type));
  }

  /** Names of storage accounts are unique in the world. */
  storageAccountNamed(name: string): Row | undefined {
    return this.#storageAccounts.get(name.toLowerCase());
  }

  /** Workspaces that a cluster is attached to; `undefined` where no row tells of one. */
  workspacesOf(cluster: ArmId): readonly ResourceId[] | undefined {
    const found = this.#attachments.get(cluster.key);
    return found ? [...found].sort() : undefined;
  }

  /** Network interfaces that Azure made for a private endpoint. */
  interfacesOf(endpoint: ArmId): readonly Row[] {
    return this.#endpointInterfaces.get(endpoint.key) ?? [];
  }

  /** What services say of a private endpoint of theirs. */
  connectionOf(endpoint: ArmId): Connection | undefined {
    return this.#connections.get(endpoint.key);
  }

  /** What peerings say of the addresses of the network they lead to. */
  remoteSpaceOf(network: ArmId): readonly string[] | undefined {
    return this.#remoteSpaces.get(network.key);
  }

  /** The compute that an id names, or the cluster that it stands for, where a row tells of it. */
  computeOf(spelled: string | undefined): ResourceId | undefined {
    const id = parseArmId(spelled ?? '');
    const row = id && this.rows.get(id.key);
    return row && stableId((clusterOfCompute(row) ?? row.id).key);
  }

  isEndpointInterface(row: Row): boolean {
    return row.id.type === 'microsoft.network/networkinterfaces' && endpointOfInterface(row) !== undefined;
  }

  /** The properties of a row, read by type. */
  partOf(row: Row): Part {
    return new Part(row.body.properties ?? {}, this.reporter(row));
  }

  /** Tells of what could not be read of a row, and remembers where that decides. */
  reporter(row: Row) {
    return (property: string, problem: string) => {
      this.#notes.add(`${nameOf(row.id)}: ${property}`, `Not read: ${problem}.`);
      if (isDecisive(row.id.type, property)) this.#damaged.set(row.id.key, nameOf(row.id));
    };
  }

  isDamaged(row: Row): boolean {
    return this.#damaged.has(row.id.key);
  }

  /** Names of the rows of which something decisive could not be read. */
  get damaged(): readonly string[] {
    return [...this.#damaged.values()].sort();
  }

  note(what: string, because: string): void {
    this.#notes.add(what, because);
  }

  /** The id of what a property refers to; notes and drops what is no resource of a kind the model has. */
  refer(
    from: Row,
    property: string,
    spelled: string | undefined,
    kind?: ResourceKind,
  ): ResourceId | undefined {
    if (spelled === undefined) return undefined;
    const id = this.resolve(spelled, kind);
    const isWanted = id && (kind === undefined || kindOfType(id.type) === kind);
    if (!id || !isWanted) {
      const problem = id
        ? `it refers to a ${id.type}`
        : `“${shortened(spelled)}” is not an Azure resource id`;
      this.reporter(from)(property, problem);
      return undefined;
    }
    this.needs.push({ id, location: this.locationOf(from) });
    return stableId(id.key);
  }

  referAll(from: Row, property: string, spelled: readonly string[] | undefined, kind?: ResourceKind) {
    if (!spelled) return undefined;
    return unique(spelled.flatMap((one) => this.refer(from, property, one, kind) ?? []));
  }

  /** Takes an id apart, also one that leaves out words of the type it should have. */
  resolve(spelled: string, kind?: ResourceKind): ArmId | undefined {
    const armType = kind && armTypeOf(kind);
    const id = this.#parsed(spelled);
    if (armType === undefined || id?.type === armType.toLowerCase()) return id;
    return repairArmId(spelled, armType) ?? id;
  }

  #parsed(spelled: string): ArmId | undefined {
    const known = this.#ids.get(spelled);
    if (known) return known;
    const id = parseArmId(spelled);
    if (id) this.#ids.set(spelled, id);
    return id;
  }

  /** The location of a row, else of the resource it belongs to. */
  locationOf(row: Row): string | undefined {
    if (typeof row.body.location === 'string' && row.body.location !== '') return row.body.location;
    const parent = parentOf(row.id);
    const parentRow = parent && this.rows.get(parent.key);
    return parentRow && this.locationOf(parentRow);
  }

  /**
   * What a resource lists: in its own properties and as rows of their own, united by name.
   * `undefined` where neither says anything and the source does not hold everything.
   */
  list(row: Row, property: string, ...words: readonly string[]): readonly Part[] | undefined {
    const inline = row.body.properties && propertyOf(row.body.properties, property);
    const inlineItems = Array.isArray(inline) ? inline.filter(isObject).map(withItemName) : undefined;
    if (inline !== undefined && !Array.isArray(inline)) this.reporter(row)(property, 'it is not a list');
    if (Array.isArray(inline) && inline.some((item) => item !== null && !isObject(item)))
      this.reporter(row)(property, 'something in it is not an object');
    const rows = this.childRows(row.id, ...(words.length > 0 ? words : [property]));
    if (!inlineItems && rows.length === 0) return this.isComplete && !row.isOnlyNamed ? [] : undefined;
    const childItems: readonly JsonObject[] = rows.map((child) => ({
      name: nameOf(child.id),
      ...(typeof child.body.sku === 'object' && { sku: child.body.sku }),
      type: child.id.type,
      properties: child.body.properties ?? {},
    }));
    const items = mergeLists(childItems, inlineItems ?? [], property, new Set()) as readonly JsonObject[];
    const ordered = rows.length === 0 ? items : items.toSorted(byItemName);
    return ordered.map((item) => new Part(item, this.reporter(row), `${property}.`));
  }

  #readAttachment(row: Row): void {
    if (row.id.type !== 'microsoft.machinelearningservices/workspaces/computes') return;
    const cluster = clusterOfCompute(row);
    const workspace = parentOf(row.id);
    if (!cluster || !workspace) return;
    const known = this.#attachments.get(cluster.key) ?? new Set();
    this.#attachments.set(cluster.key, known.add(stableId(workspace.key)));
  }

  #readConnections(row: Row): void {
    const properties = new Part(row.body.properties ?? {}, silent);
    for (const item of properties.parts('privateEndpointConnections') ?? []) {
      const connection = item.inner();
      const endpoint = parseArmId(connection.id('privateEndpoint') ?? '');
      if (endpoint?.type !== 'microsoft.network/privateendpoints') continue;
      const status = stateOf(connection.part('privateLinkServiceConnectionState'));
      this.#connections.set(endpoint.key, {
        target: stableId(row.id.key),
        groupIds: connection.texts('groupIds') ?? connection.texts('groupId') ?? [],
        status,
      });
    }
  }

  #readRemoteSpace(row: Row): void {
    if (row.id.type !== 'microsoft.network/virtualnetworks/virtualnetworkpeerings') return;
    const properties = new Part(row.body.properties ?? {}, silent);
    const remote = parseArmId(properties.id('remoteVirtualNetwork') ?? '');
    // The first is what the peering knows of, the second what the other network has by now.
    const [known, present] = ['remoteAddressSpace', 'remoteVirtualNetworkAddressSpace'].map((name) =>
      properties.part(name).texts('addressPrefixes'),
    );
    const prefixes = known ?? present;
    if (remote && prefixes?.length)
      this.#remoteSpaces.set(
        remote.key,
        unique([...(this.#remoteSpaces.get(remote.key) ?? []), ...prefixes]).toSorted(),
      );
  }

  #readEndpointInterface(row: Row): void {
    if (this.isEndpointInterface(row)) push(this.#endpointInterfaces, endpointOfInterface(row)?.key, row);
  }
}

const silent = () => {};

/** The Kubernetes cluster that a compute stands for. */
export function clusterOfCompute(row: Row): ArmId | undefined {
  const properties = new Part(row.body.properties ?? {}, silent);
  if (!/^(aks|kubernetes)$/i.test(properties.text('computeType') ?? '')) return undefined;
  const id = parseArmId(properties.text('resourceId') ?? '');
  return id?.type === 'microsoft.containerservice/managedclusters' ? id : undefined;
}

/** The private endpoint that a network interface was made for. */
export const endpointOfInterface = (row: Row): ArmId | undefined =>
  parseArmId(new Part(row.body.properties ?? {}, silent).id('privateEndpoint') ?? '');

export const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A parent may list its children by id alone, while their own rows hold the rest: the id ends in the name. */
const withItemName = (item: JsonObject): JsonObject => {
  const id = propertyOf(item, 'id');
  if (propertyOf(item, 'name') !== undefined || typeof id !== 'string') return item;
  return { ...item, name: id.slice(id.lastIndexOf('/') + 1) };
};

const byItemName = (a: JsonObject, b: JsonObject) => {
  const [first, second] = [a, b].map((item) => String(propertyOf(item, 'name')).toLowerCase());
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

function push(groups: Map<string, Row[]>, key: string | undefined, row: Row): void {
  if (key === undefined) return;
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}
