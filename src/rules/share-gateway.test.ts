import { describe, expect, it } from 'vitest';
import { findOfKind, type ResourceId } from '#model';
import { applyFix, check } from '#rules';
import { type DesignBuilder, isolatedWorkspace } from '#testing';

const today = '2026-11-23';

/** People on-premises, whose site is joined to a hub that is peered with the network of the endpoints. */
const fromTheOffice = () =>
  isolatedWorkspace()
    .virtualNetwork('vnet-hub', '10.8.0.0/24')
    .subnet('GatewaySubnet', 'vnet-hub', '10.8.0.0/27')
    .add('virtual-network-gateway', 'vgw', 'GatewaySubnet', { gatewayType: 'Vpn' })
    .peering('vnet-ml', 'vnet-hub')
    .add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['10.20.0.0/16'],
      gateways: ['vgw' as ResourceId],
    })
    .add('client', 'Engineers', 'office', { uses: ['mlw' as ResourceId] });

const lostIn = (design: ReturnType<DesignBuilder['build']>) =>
  check(design, { today }).findings.find(({ text }) => text.startsWith('Engineers cannot reach'));

describe('people on-premises whom a peering keeps back', () => {
  it('come through when the network of the endpoints uses the gateway', () => {
    const design = fromTheOffice().build();
    const finding = lostIn(design);
    expect(finding?.text).toBe(
      'Engineers cannot reach mlw and stml: peering vnet-ml-to-vnet-hub does not let it pass',
    );
    expect(finding?.fixes[0]).toMatchObject({
      title: 'Let vnet-ml use the gateway of vnet-hub',
      changes: [
        'Allow gateway transit on vnet-hub-to-vnet-ml of vnet-hub',
        'Use remote gateways on vnet-ml-to-vnet-hub of vnet-ml',
      ],
    });
    let count = 0;
    const newId = () => `new-${++count}` as ResourceId;
    const fixed = finding && applyFix(design, finding.fingerprint, 0, newId, today);
    const half = (id: string) => fixed && findOfKind(fixed, id as ResourceId, 'virtual-network-peering');
    expect(half('vnet-hub-to-vnet-ml')?.allowGatewayTransit).toBe(true);
    expect(half('vnet-ml-to-vnet-hub')?.useRemoteGateways).toBe(true);
    expect(fixed && lostIn(fixed)).toBeUndefined();
  });

  it('are told what to do, where the network uses another gateway already', () => {
    const finding = lostIn(
      fromTheOffice()
        .virtualNetwork('vnet-edge', '10.10.0.0/24')
        .peering('vnet-ml', 'vnet-edge')
        .set('vnet-ml-to-vnet-edge', { useRemoteGateways: true })
        .set('vnet-edge-to-vnet-ml', { allowGatewayTransit: true })
        .build(),
    );
    expect(finding?.fixes).toEqual([]);
    expect(finding?.remedy).toMatch(/^Let the peering pass it/);
  });
});
