import { z } from 'zod/mini';
import {
  count,
  flag,
  list,
  privateEndpointConnections,
  resource,
  resourceId,
  serviceFirewall,
  text,
} from '../resource-base.ts';

const service = { ...serviceFirewall, ...privateEndpointConnections };
const access = z.optional(z.enum(['Enabled', 'Disabled', 'SecuredByPerimeter']));

export const storageAccount = resource('storage-account', {
  sku: z.optional(text),
  accountKind: z.optional(text),
  isHnsEnabled: z.optional(flag),
  ...service,
});

export const keyVault = resource('key-vault', { ...service });

export const containerRegistry = resource('container-registry', {
  sku: z.optional(z.enum(['Basic', 'Standard', 'Premium'])),
  adminUserEnabled: z.optional(flag),
  anonymousPullEnabled: z.optional(flag),
  dataEndpointEnabled: z.optional(flag),
  quarantinePolicy: z.optional(z.enum(['enabled', 'disabled'])),
  /** Regions of geo-replicas besides its own. */
  replications: z.optional(list(text)),
  ...service,
});

export const applicationInsights = resource('application-insights', {
  workspaceResource: z.optional(resourceId),
  publicNetworkAccessForIngestion: access,
  publicNetworkAccessForQuery: access,
});

export const logAnalytics = resource('log-analytics', {
  publicNetworkAccessForIngestion: access,
  publicNetworkAccessForQuery: access,
});

export const aiServices = resource('ai-services', { accountKind: z.optional(text), ...service });

export const aiSearch = resource('ai-search', { sku: z.optional(text), ...service });

export const sqlServer = resource('sql-server', { ...service });

export const cosmosDb = resource('cosmos-db', {
  /** Regions besides the write region: each adds an address to a private endpoint. */
  additionalLocationCount: z.optional(count),
  ...service,
});

export const eventHubs = resource('event-hubs', { sku: z.optional(text), ...service });

export const dataFactory = resource('data-factory', { ...service });

/** Any other service that Private Link offers. */
export const privateLinkService = resource('private-link-service', {
  /** ARM resource type, e.g. `Microsoft.Cache/Redis`. */
  armType: text,
  ...service,
});
