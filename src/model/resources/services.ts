import { z } from 'zod';
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
const access = z.enum(['Enabled', 'Disabled', 'SecuredByPerimeter']).optional();

export const storageAccount = resource('storage-account', {
  sku: text.optional(),
  accountKind: text.optional(),
  isHnsEnabled: flag.optional(),
  ...service,
});

export const keyVault = resource('key-vault', { ...service });

export const containerRegistry = resource('container-registry', {
  sku: z.enum(['Basic', 'Standard', 'Premium']).optional(),
  adminUserEnabled: flag.optional(),
  anonymousPullEnabled: flag.optional(),
  dataEndpointEnabled: flag.optional(),
  quarantinePolicy: z.enum(['enabled', 'disabled']).optional(),
  /** Regions of geo-replicas besides its own. */
  replications: list(text).optional(),
  ...service,
});

export const applicationInsights = resource('application-insights', {
  workspaceResource: resourceId.optional(),
  publicNetworkAccessForIngestion: access,
  publicNetworkAccessForQuery: access,
});

export const logAnalytics = resource('log-analytics', {
  publicNetworkAccessForIngestion: access,
  publicNetworkAccessForQuery: access,
});

export const aiServices = resource('ai-services', { accountKind: text.optional(), ...service });

export const aiSearch = resource('ai-search', { sku: text.optional(), ...service });

export const sqlServer = resource('sql-server', { ...service });

export const cosmosDb = resource('cosmos-db', {
  /** Regions besides the write region: each adds an address to a private endpoint. */
  additionalLocationCount: count.optional(),
  ...service,
});

export const eventHubs = resource('event-hubs', { sku: text.optional(), ...service });

export const dataFactory = resource('data-factory', { ...service });

/** Any other service that Private Link offers. */
export const privateLinkService = resource('private-link-service', {
  /** ARM resource type, e.g. `Microsoft.Cache/Redis`. */
  armType: text,
  ...service,
});
