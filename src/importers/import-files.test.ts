import { describe, expect, it } from 'vitest';
import { importFiles } from './import-files.ts';

const open = (text: string, name = 'file.json') => importFiles([{ name, text }]);
const errorOf = (text: string) => {
  const result = open(text);
  return result.ok ? `opened ${result.design.name}` : result.error;
};

const openable = 'Open a design that Isoplan has saved, or an Azure resource export.';

const zone = {
  id: '/subscriptions/s/resourceGroups/rg-a/providers/Microsoft.Network/privateDnsZones/example.internal',
  name: 'example.internal',
  type: 'microsoft.network/privatednszones',
  location: 'global',
};

describe('opening files', () => {
  it.each([
    ['', 'file.json: The file is empty.'],
    ['  \n', 'file.json: The file is empty.'],
    ['\uFEFF', 'file.json: The file is empty.'],
    ['hello', `file.json: This is text, not JSON. ${openable}`],
    ['[\n  1,\n  ]', 'file.json: This is not JSON: "]" is not expected at line 3, column 3.'],
    ['{"a": 1 "b": 2}', 'file.json: This is not JSON: "\\"" is not expected at line 1, column 9.'],
    ['[1] tail', 'file.json: This is not JSON: "t" is not expected at line 1, column 5.'],
    [
      '{"a": [1, 2',
      'file.json: The JSON ends too early, at line 1, column 12: the file may have been cut off.',
    ],
    ['{"a": "b', 'file.json: The JSON ends too early, at line 1, column 9: the file may have been cut off.'],
    [
      '{"a": tru',
      'file.json: The JSON ends too early, at line 1, column 10: the file may have been cut off.',
    ],
    ['{"a": "\\x"}', 'file.json: This is not JSON: "\\\\" is not expected at line 1, column 8.'],
    ['a\u0000b', `file.json: This is not a text file. ${openable}`],
  ])('answers %j with the place', (text, error) => expect(errorOf(text)).toBe(error));

  it('says how many resources are too many, and what to export instead', () => {
    const zones = Array.from({ length: 20_001 }, (_, at) => ({ ...zone, id: `${zone.id}${at}` }));
    expect(errorOf(JSON.stringify(zones))).toBe(
      'file.json: it holds 20001 network and machine learning resources, and 20000 can be opened at once: export the resource groups or subscriptions of one workspace.',
    );
  });

  it.each([
    ['42', 'it is a number'],
    ['"design"', 'it is text'],
    ['null', 'it is null'],
    ['{}', 'it is an empty object'],
    ['[1, 2]', 'it is a list of 2 without a resource id and type'],
    ['{"name": "x", "version": 3}', 'it is an object with “name”, “version”'],
  ])('says of %s that it is something else', (text, what) =>
    expect(errorOf(text)).toBe(
      `file.json: This JSON is neither an Isoplan design nor an Azure export: ${what}. ${openable}`,
    ),
  );

  it('knows what it does not open yet', () => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      resources: [{ type: 'Microsoft.Network/virtualNetworks', name: 'a' }],
    };
    expect(errorOf(JSON.stringify(template))).toMatch(/ARM template, which this version does not open yet/);
    expect(errorOf('{"format_version":"0.1","planned_values":{}}')).toMatch(
      /Terraform plan, which this version/,
    );
  });

  it.each([
    ['main.bicep', 'anything', 'Bicep'],
    ['main.txt', "param location string = 'westeurope'", 'Bicep'],
    ['main.tf', 'locals {}', 'Terraform'],
    ['main', '\nresource "azurerm_subnet" "a" {}', 'Terraform'],
  ])('knows the language of %s that says %j', (name, text, language) => {
    const result = open(text, name);
    expect(result).toMatchObject({ ok: false, command: expect.stringMatching(/^az graph query/) });
    expect(!result.ok && result.error).toMatch(new RegExp(`^${name}: This is ${language}, which`));
  });

  it('says that an export without resources has none', () => {
    expect(errorOf('[]')).toBe('file.json: there is no resource in it.');
    expect(errorOf('{"value": []}')).toBe('file.json: there is no resource in it.');
  });

  it('refuses nesting that no file of its kinds has, without running out of stack', () => {
    for (const open of ['[', '{"a":'])
      expect(errorOf(open.repeat(100_000))).toMatch(/nested more than 500 levels deep/);
    const row = JSON.stringify({ ...zone, properties: '@' }).replace(
      '"@"',
      `${'['.repeat(9e4)}${']'.repeat(9e4)}`,
    );
    expect(errorOf(`[${row}]`)).toMatch(/nested more than 500 levels deep/);
  });

  it.each([
    ['a list of rows', [zone]],
    ['a single resource', zone],
    ['the answer of az graph query', { count: 1, data: [zone], skip_token: null, total_records: 1 }],
    ['a page of the REST API', { value: [zone], nextLink: 'https://management.azure.com/next' }],
    [
      'columns and rows',
      { columns: Object.keys(zone).map((name) => ({ name, type: 'string' })), rows: [Object.values(zone)] },
    ],
    [
      'columns and rows within data',
      {
        totalRecords: 1,
        data: { columns: Object.keys(zone).map((name) => ({ name })), rows: [Object.values(zone)] },
      },
    ],
    [
      'rows whose keys are spelled otherwise',
      [
        {
          ResourceId: zone.id,
          ResourceName: zone.name,
          ResourceType: zone.type,
          Location: 'global',
          Properties: null,
        },
      ],
    ],
    ['pages in a list', [{ value: [] }, { data: [zone] }]],
  ])('recognises %s by its content', (_, value) => {
    const result = open(JSON.stringify(value), 'whatever.txt');
    expect(result.ok && result.design.resources.map(({ name }) => name)).toEqual(['example.internal']);
    expect(result.ok && result.design.name).toBe('rg-a');
  });

  it('names what is in several files after its resource groups, whatever the files are called', () => {
    const zoneIn = (group: string, name: string) => ({
      ...zone,
      id: zone.id.replace('rg-a', group).replace('example.internal', name),
      name,
    });
    const named = (...files: readonly (readonly object[])[]) => {
      const result = importFiles(
        files.map((rows, at) => ({ name: `part-${at}.json`, text: JSON.stringify(rows) })),
      );
      return result.ok && result.design.name;
    };
    const [one, other, third] = [zoneIn('rg-b', 'a'), zoneIn('RG-B', 'b'), zoneIn('rg-a', 'c')];
    expect(named([one], [other])).toBe('rg-b');
    expect(named([third], [one, other])).toBe('rg-b and 1 other group');
    expect(named([one, other, third])).toBe('part-0');
  });

  it('says how many resources of a query are on pages that were not given', () => {
    const result = open(JSON.stringify({ data: [zone], count: 1, total_records: 1200, skip_token: 'x' }));
    expect(result.ok && result.notes).toEqual([
      {
        what: '1199 of 1200 resources',
        because:
          'The query had more pages than were given: fetch the rest with --skip-token and open all files together.',
      },
    ]);
  });

  it('keeps markup in names as data and is not moved by __proto__', () => {
    const name = '<img src=x onerror=alert(1)>';
    const text = `[{"id":${JSON.stringify(`/subscriptions/s/resourceGroups/r/providers/Microsoft.KeyVault/vaults/${name}`)},
      "name":${JSON.stringify(name)},"type":"Microsoft.KeyVault/vaults","location":"westeurope",
      "__proto__":{"polluted":true},"tags":{"__proto__":"x","a":"b"},
      "properties":{"__proto__":{"networkAcls":{}},"publicNetworkAccess":"Disabled"}}]`;
    const result = open(text);
    expect(result.ok && result.design.resources.at(-1)).toMatchObject({ name, tags: { a: 'b' } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('reports rows that are no resources and opens the rest', () => {
    const result = open(JSON.stringify([zone, { name: 'stray' }, 5, null]));
    expect(result.ok && result.design.resources).toHaveLength(1);
    expect(result.ok && result.notes).toEqual([
      {
        what: '3 entries that are no resources: 5, null, stray',
        because: 'Neither a resource id nor a resource type and name is given.',
      },
    ]);
  });

  it('takes the bare listing of az resource list as names without properties', () => {
    const vault = {
      id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.KeyVault/vaults/kv',
      name: 'kv',
      type: 'Microsoft.KeyVault/vaults',
      location: 'westeurope',
      kind: null,
      sku: null,
    };
    const result = importFiles([{ name: 'l.json', text: JSON.stringify([vault]) }], { complete: true });
    expect(result.ok && result.design.resources.at(-1)).toMatchObject({
      kind: 'key-vault',
      presence: 'not-shown',
    });
    expect(result.ok && result.notes[0]?.because).toMatch(/az graph query/);
  });
});
