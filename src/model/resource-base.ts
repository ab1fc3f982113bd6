import { z } from 'zod';

// zod probes `Function` for its compiled parsers; the page's content security policy forbids that.
z.config({ jitless: true });

/** Opaque and stable: never derived from a name, an order or an Azure resource id. */
export const resourceId = z.string().min(1).brand<'ResourceId'>();
export type ResourceId = z.infer<typeof resourceId>;

/** A list that no one may push to. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** A plain part of a resource; keys nobody knows are refused here and reported by the importer. */
export const part = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();

export const text = z.string();
export const flag = z.boolean();
export const count = z.number().int().nonnegative();
export const addressPrefix = z.string();
export const ipAddress = z.string();

const common = {
  id: resourceId,
  /** People's name for it; Azure gives meaning to some (AzureFirewallSubnet, private DNS zones). */
  name: z.string(),
  /** The container the resource lies in; containment is the model. */
  parent: resourceId.optional(),
  /** The Azure resource id it was opened from, spelled as found. */
  azureId: z.string().optional(),
  /** Exists, but its properties and parts are outside what was opened: absence of a property says nothing. */
  presence: z.literal('not-shown').optional(),
  tags: z.record(z.string(), z.string()).optional(),
};

/**
 * The schema of one kind of resource. A property that is absent has Azure's documented default;
 * a *list* documented as “not listed when absent” says nothing while it is absent.
 */
export const resource = <K extends string, T extends z.ZodRawShape>(kind: K, shape: T) =>
  z.strictObject({ ...common, kind: z.literal(kind), ...shape }).readonly();

/** Public access and service firewall, as storage accounts, vaults, registries and AI services have it. */
export const serviceFirewall = {
  publicNetworkAccess: z.enum(['Enabled', 'Disabled', 'SecuredByPerimeter']).optional(),
  networkAcls: part({
    defaultAction: z.enum(['Allow', 'Deny']).optional(),
    /** Azure's words: AzureServices, Logging, Metrics, None. */
    bypass: list(text).optional(),
    ipRules: list(text).optional(),
    /** Subnets whose service endpoint is admitted. */
    virtualNetworkRules: list(resourceId).optional(),
    /** Resource instances that are admitted: Azure resource ids, possibly with wildcards. */
    resourceAccessRules: list(text).optional(),
  }).optional(),
};

/** Connections as the *service* lists them: not listed when absent, none when empty. */
export const privateEndpointConnections = {
  privateEndpointConnections: list(
    part({
      privateEndpoint: resourceId.optional(),
      groupIds: list(text).optional(),
      status: z.enum(['Approved', 'Pending', 'Rejected', 'Disconnected']).optional(),
    }),
  ).optional(),
};
