import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const endpointsExplanations: Explanations = {
  'online-deployment-egress': {
    why: 'Deployments run in a network of Microsoft’s, which your firewall never sees. Without a managed network of the workspace they reach the internet freely, or by private endpoints for each deployment. The planning article draws that way; the page on online endpoints no longer recommends it, since it reaches only the default storage and registry.',
    sources: [sources.onlineEndpointIsolation, sources.planning],
  },
  'online-endpoint-public': {
    why: 'A managed online endpoint has a public address of its own, whatever the workspace has. Anyone with a key can call it and so the model behind it.',
    sources: [sources.onlineEndpointIsolation],
  },
};
