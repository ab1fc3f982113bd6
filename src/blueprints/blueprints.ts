import type { Blueprint } from './blueprint.ts';
import { managedNetwork, managedNetworkApprovedOutbound, onlineEndpoint } from './reference/managed.ts';
import {
  publicWorkspace,
  publicWorkspaceExfiltrationPrevention,
  recommended,
  recommendedExfiltrationPrevention,
  recommendedWithoutFirewall,
} from './reference/recommended.ts';
import {
  hubAndSpokeExfiltrationPrevention,
  hubAndSpokeFirewall,
  hubAndSpokePublicIp,
  isolatedNetwork,
  oneNetwork,
} from './reference/simple.ts';

/** Every blueprint, in the order of the planning article; the managed networks that came later follow. */
export const blueprints: readonly Blueprint[] = [
  oneNetwork,
  hubAndSpokeFirewall,
  hubAndSpokePublicIp,
  hubAndSpokeExfiltrationPrevention,
  isolatedNetwork,
  recommended,
  recommendedWithoutFirewall,
  recommendedExfiltrationPrevention,
  publicWorkspace,
  publicWorkspaceExfiltrationPrevention,
  onlineEndpoint,
  managedNetwork,
  managedNetworkApprovedOutbound,
];
