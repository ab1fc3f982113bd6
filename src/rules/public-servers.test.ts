import { describe, expect, it } from 'vitest';
import { findOfKind, type ResourceId } from '#model';
import { design } from '#testing';
import { askingNoMore } from './dns/public-servers.ts';

describe('asking a public server no more', () => {
  it('leaves it to who has no other', () => {
    const id = 'dns' as ResourceId;
    const before = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.1.0/24')
      .add('dns-server', id, 'snet', {
        forwarders: ['8.8.8.8'],
        conditionalForwarders: [{ domainName: 'windows.net', targets: ['168.63.129.16', '8.8.8.8'] }],
      })
      .build();
    const after = findOfKind(askingNoMore(before, id, ['8.8.8.8']), id, 'dns-server');
    expect(after?.conditionalForwarders?.[0]?.targets).toEqual(['168.63.129.16']);
    expect(after?.forwarders).toEqual(['8.8.8.8']);
  });
});
