import { z } from 'zod';
import { list, resource, resourceId } from '../resource-base.ts';

/** People or programs that use the workspace: on-premises, on the internet, or in a virtual network. */
export const client = resource('client', {
  role: z.enum(['engineer', 'scoring-client']).optional(),
  /** Workspaces and endpoints it uses; all of the design when absent. */
  uses: list(resourceId).optional(),
});

/** Lies in the subnet of its first network interface; takes one address itself where no interface is drawn. */
export const virtualMachine = resource('virtual-machine', {
  networkInterfaces: list(resourceId).optional(),
});
