import { describe, expect, it } from 'vitest';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design } from '#testing';
import type { ExportInput } from '../exporter.ts';
import { mermaidLabel } from './mermaid-label.ts';
import { mermaidText } from './mermaid-text.ts';

const inputOf = (built: ExportInput['design']): ExportInput => {
  const network = deriveNetwork(built);
  return {
    design: built,
    network,
    result: check(built, { today: '2026-11-23' }),
    today: '2026-11-23',
  };
};

describe('a design as Mermaid', () => {
  it('nests containers, joins what is joined and marks what bears a finding', () => {
    const built = design()
      .virtualNetwork('hub', '10.0.0.0/24')
      .virtualNetwork('spoke', '10.1.0.0/24')
      .subnet('AzureBastionSubnet', 'hub', '10.0.0.0/27')
      .subnet('snet', 'spoke', '10.1.0.0/27')
      .inRegion('key-vault', 'kv')
      .privateEndpoint('kv', 'vault', 'snet', ['privatelink.vaultcore.azure.net'])
      .peering('hub', 'spoke')
      .build();
    expect(mermaidText(inputOf(built)).text).toMatchInlineSnapshot(`
      "flowchart LR
        subgraph n6["westeurope, Region"]
          subgraph n1["hub, 10.0.0.0/24"]
            subgraph n0["AzureBastionSubnet, 10.0.0.0/27"]
            end
          end
          subgraph n4["spoke, 10.1.0.0/24"]
            subgraph n3["snet, 10.1.0.0/27"]
              n2["pe-kv-vault<br/>Private endpoint"]
            end
          end
          n5["kv<br/>Key vault"]
        end
        subgraph zones["Private DNS zones"]
          n7["privatelink.vaultcore.azure.net<br/>Private DNS zone"]
        end
        n2 --- n5
        n1 <-->|"Peering"| n4
        classDef error stroke:#c02626,stroke-width:3px
        class n0 error
        classDef warning stroke:#b7791f,stroke-width:3px
        class n3 warning"
    `);
  });

  it.each([
    ['end', 'end'],
    ['vnet-hub', 'vnet-hub'],
    ['1. x', '1#46; x'],
    ['- x', '#45; x'],
    ['"]; click a "javascript:x"', '#34;#93;#59; click a #34;javascript:x#34;'],
    ['`**b**` <b>', '#96;#42;#42;b#42;#42;#96; #60;b#62;'],
    ['a\n%% b', 'a #37;#37; b'],
    ['מחקר 😀', 'מחקר #128512;'],
  ])('writes %j as %j', (name, label) => {
    expect(mermaidLabel(name)).toBe(label);
  });

  it('says when a renderer would refuse it', () => {
    const wide = Array.from({ length: 700 }, (_, at) => `key-vault-${at}-${'x'.repeat(60)}`).reduce(
      (builder, name) => builder.inRegion('key-vault', name),
      design(),
    );
    const { isTooLarge, omissions } = mermaidText(inputOf(wide.build()));
    expect(isTooLarge).toBe(true);
    expect(omissions[0]?.what).toBe('a drawing of this size');
  });
});
