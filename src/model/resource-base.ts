import { z } from 'zod/mini';

// zod probes `Function` for its compiled parsers; the page's content security policy forbids that.
z.config({ jitless: true });

/** Opaque and stable: never derived from a name, an order or an Azure resource id. */
export const resourceId = z.string().check(z.minLength(1)).brand<'ResourceId'>();
export type ResourceId = z.infer<typeof resourceId>;

/** A list that no one may push to. */
export const list = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item));

/** A plain part of a resource; keys nobody knows are refused here and reported by the importer. */
export const part = <T extends z.core.$ZodLooseShape>(shape: T) => z.readonly(z.strictObject(shape));

export const text = z.string();
export const flag = z.boolean();
export const count = z.int().check(z.nonnegative());
export const addressPrefix = z.string();
export const ipAddress = z.string();

const common = {
  id: resourceId,
  /** People's name for it; Azure gives meaning to some (AzureFirewallSubnet, private DNS zones). */
  name: z.string(),
  /** The container the resource lies in; containment is the model. */
  parent: z.optional(resourceId),
  /** The Azure resource id it was opened from, spelled as found. */
  azureId: z.optional(z.string()),
  /** Exists, but its properties and parts are outside what was opened: absence of a property says nothing. */
  presence: z.optional(z.literal('not-shown')),
  tags: z.optional(z.record(z.string(), z.string())),
  /** What it was shown with where nothing states its addresses: it keeps them as long as they fit. */
  expectedAddresses: z.optional(list(ipAddress)),
};

/**
 * The schema of one kind of resource. A property that is absent has Azure's documented default;
 * a *list* documented as “not listed when absent” says nothing while it is absent.
 */
export const resource = <K extends string, T extends z.core.$ZodLooseShape>(kind: K, shape: T) =>
  z.readonly(z.strictObject({ ...common, kind: z.literal(kind), ...shape }));

/** Public access and service firewall, as storage accounts, vaults, registries and AI services have it. */
export const serviceFirewall = {
  publicNetworkAccess: z.optional(z.enum(['Enabled', 'Disabled', 'SecuredByPerimeter'])),
  networkAcls: z.optional(
    part({
      defaultAction: z.optional(z.enum(['Allow', 'Deny'])),
      /** Azure's words: AzureServices, Logging, Metrics, None. */
      bypass: z.optional(list(text)),
      ipRules: z.optional(list(text)),
      /** Subnets whose service endpoint is admitted. */
      virtualNetworkRules: z.optional(list(resourceId)),
      /** Resource instances that are admitted: Azure resource ids, possibly with wildcards. */
      resourceAccessRules: z.optional(list(text)),
    }),
  ),
};

/** Connections as the *service* lists them: not listed when absent, none when empty. */
export const privateEndpointConnections = {
  privateEndpointConnections: z.optional(
    list(
      part({
        privateEndpoint: z.optional(resourceId),
        groupIds: z.optional(list(text)),
        status: z.optional(z.enum(['Approved', 'Pending', 'Rejected', 'Disconnected'])),
      }),
    ),
  ),
};
