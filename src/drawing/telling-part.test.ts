import { describe, expect, it } from 'vitest';
import { asBeside, tellingPart } from './telling-part.ts';

const font = { size: 11, weight: 600 };
const among = (name: string, others: readonly string[], maximum: number) =>
  tellingPart(name, asBeside([name, ...others]), maximum, font);

describe('tellingPart', () => {
  const spokes = ['vnet-hub', ...Array.from({ length: 45 }, (_, at) => `vnet-spoke-${at + 1}`)];

  it('is the whole name where it fits', () => {
    expect(among('vnet-spoke-12', spokes, 100)).toBe('vnet-spoke-12');
  });

  it('leaves out what all of a row begin with, as much of it as there is no room for', () => {
    expect(among('vnet-spoke-12', spokes, 62)).toBe('spoke-12');
    expect(among('vnet-spoke-12', spokes, 30)).toBe('…12');
  });

  it('leaves out what all of a row end with', () => {
    const endpoints = Array.from({ length: 30 }, (_, at) => `pe-stml${at + 1}-blob`);
    expect(among('pe-stml12-blob', endpoints, 70)).toBe('stml12-blob');
    expect(among('pe-stml12-blob', endpoints, 60)).toBe('stml12…');
  });

  it('never says what another of them is called too', () => {
    const names = ['endpoint-blob-3', 'endpoint-file-3', 'endpoint-vault-3'];
    for (const name of names) {
      const shown = names.map((one) => among(one, names, 50));
      expect(new Set(shown).size).toBe(names.length);
      expect(among(name, names, 50)).toMatch(/blob|file|vault/);
    }
  });

  it('cuts the least that tells a name apart where nothing fits', () => {
    expect(among('mlw-documentation-prod', ['mlw-experiments-prod'], 52)).toMatch(/^docu.*…$/);
  });

  it('leaves out the kind, of all that stand together or of none', () => {
    const subnets = ['AzureFirewallSubnet', 'GatewaySubnet', 'snet-vm', 'snet-training'];
    const shown = (room: number) => subnets.map((name) => among(name, subnets, room));
    expect(shown(120)).toEqual(subnets);
    expect(shown(110)).toEqual(['Firewall', 'Gateway', 'vm', 'training']);
    expect(tellingPart('snet-vm', asBeside(subnets), 300, font, 0)).toBe('vm');
  });

  it('leaves out no kind of names that would be alike without it', () => {
    expect(among('snet-ml', ['vnet-ml', 'a-name-that-has-no-room'], 50)).toBe('snet-ml');
  });

  it('says nothing rather than a letter or two', () => {
    expect(among('training', ['endpoints'], 20)).toBe('');
    expect(among('mlw-isolated', ['kv-isolated', 'stmlisolated'], 30)).toBe('');
  });

  it('leaves out the kind of what stands alone, and no word of what has none', () => {
    expect(among('snet-training-2', [], 64)).toBe('training-2');
    expect(among('Network of Microsoft', [], 90)).toBe('Microsoft');
  });

  it('cuts a name that its beginning tells where that is little of what has room', () => {
    expect(among('ML engineers', ['Applications'], 56)).toMatch(/^ML eng.*…$/);
    expect(among('training', ['endpoints'], 40)).toMatch(/^tra.*…$/);
  });

  it('tells by the number at the end of a word', () => {
    const names = Array.from({ length: 30 }, (_, at) => `stml${at + 1}`);
    expect(among('stml12', names, 30)).toBe('…12');
  });
});
