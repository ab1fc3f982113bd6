import { z } from 'zod/mini';
import { list, resource, resourceId } from '../resource-base.ts';

/** People or programs that use the workspace: on-premises, on the internet, or in a virtual network. */
export const client = resource('client', {
  role: z.optional(z.enum(['engineer', 'scoring-client'])),
  /** Workspaces and endpoints it uses; all of the design when absent. */
  uses: z.optional(list(resourceId)),
});

/** Lies in the subnet of its first network interface; takes one address itself where no interface is drawn. */
export const virtualMachine = resource('virtual-machine', {
  networkInterfaces: z.optional(list(resourceId)),
});
