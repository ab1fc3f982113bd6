import type { Resource } from '#model';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import type { Site } from './site.ts';

export const publicAddress = (site: Pick<Site, 'region'>, role: string, name: string): Resource =>
  make('public-ip-address', idOf(role), name, {
    parent: site.region,
    sku: 'Standard',
    publicIPAllocationMethod: 'Static',
  });
