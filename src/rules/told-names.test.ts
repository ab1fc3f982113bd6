import { describe, expect, it } from 'vitest';
import { isTold } from './told-names.ts';

describe('a name is told', () => {
  it.each([
    ['Change the prefix of vnet from 10.0.0.0/24', 'vnet'],
    ['Move vnet-hub and vnet', 'vnet'],
    ['Link the zone to VNet-Hub', 'vnet-hub'],
    ['Attach nsg-a to vnet/snet-a', 'snet-a'],
    ['Add Private DNS zone privatelink.blob.core.windows.net.', 'privatelink.blob.core.windows.net'],
    ['Add private endpoint “pe (1)”', 'pe (1)'],
  ])('in “%s”: %s', (text, name) => {
    expect(isTold(text, name)).toBe(true);
  });
});

describe('a name is not told', () => {
  it.each([
    ['Link the zone to vnet-hub', 'vnet'],
    ['Link the zone to hub-vnet', 'vnet'],
    ['Link the zone to hub.vnet', 'vnet'],
    ['Link the zone to vnet2', 'vnet'],
    ['Link the zone to hub_vnet', 'vnet'],
    ['Add Private DNS zone privatelink.blob.core.windows.net', 'blob.core.windows.net'],
    ['Add Private DNS zone privatelink.blob.core.windows.net', 'privatelink.blob'],
  ])('in “%s”: %s', (text, name) => {
    expect(isTold(text, name)).toBe(false);
  });
});
