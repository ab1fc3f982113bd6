import fc from 'fast-check';
import { type Design, emptyDesign, type Resource, resourceKinds, resourceSchemas } from '#model';

/** What a schema says of itself, as far as values are made of it. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly unknown[];
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** So few that references often meet something, of any kind. */
const id = fc.integer({ min: 0, max: 13 }).map((at) => `id-${at}`);
const address = fc.constantFrom('10.0.0.4', '10.0.1.4', '10.1.0.4', '168.63.129.16', '8.8.8.8', '', 'x');
const prefix = fc.constantFrom(
  '10.0.0.0/16',
  '10.0.0.0/24',
  '10.0.1.0/26',
  '10.1.0.0/16',
  '0.0.0.0/0',
  '10.0.0.4/32',
  '*',
  'VirtualNetwork',
  'Internet',
  'Storage.westeurope',
  'AzureMachineLearning',
  '172.17.0.0/16',
  '300.1.1.1/40',
  '',
);
const port = fc.constantFrom('443', '22', '*', '0-65535', '8000-8010', '445', 'x', '9-1', '');
const host = fc.constantFrom('*', 'pypi.org', '*.blob.core.windows.net', 'blob.core.windows.net.', '.', '');
const text = fc.constantFrom(
  '',
  'a',
  'Microsoft.Storage',
  '/services/Azure/MachineLearning',
  'Tcp',
  '*',
  '33%',
);

/** Names to which Azure gives a meaning, among others. */
const name = fc.constantFrom(
  'westeurope',
  'AzureFirewallSubnet',
  'GatewaySubnet',
  'AzureBastionSubnet',
  'privatelink.blob.core.windows.net',
  'privatelink.api.azureml.ms',
  'stml',
  '',
  'a',
);
const group = fc.constantFrom('blob', 'file', 'amlworkspace', 'vault', 'registry', 'azuremonitor', 'x', '');

/** Texts by the property that they stand in: those that mean something, and some that do not. */
const textFor = (key: string): fc.Arbitrary<unknown> => {
  if (key === 'name') return name;
  if (/^groupIds?$|subresource/i.test(key)) return group;
  if (/prefix|cidr|ipRules|allowlist|ipAddresses$|sourceAddresses|destinationAddresses|ranges$/i.test(key))
    return fc.oneof(prefix, port);
  if (/port/i.test(key)) return port;
  if (/address|dns(servers|serviceip)|forwarders|targets|servers/i.test(key)) return address;
  if (/domain|fqdn|host|url|destination/i.test(key)) return fc.oneof(host, prefix);
  return fc.oneof(text, id, prefix);
};

function valuesOf({ _zod: { def } }: Schema, key: string): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'optional':
      return def.innerType
        ? fc.option(valuesOf(def.innerType, key), { nil: undefined, freq: 3 })
        : fc.constant(undefined);
    case 'readonly':
      return def.innerType ? valuesOf(def.innerType, key) : fc.constant(undefined);
    case 'array':
      return def.element ? fc.array(valuesOf(def.element, key), { maxLength: 3 }) : fc.constant([]);
    case 'object':
      return recordOf(def.shape ?? {});
    case 'union':
      return fc.oneof(...(def.options ?? []).map((one) => valuesOf(one, key)));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.constantFrom(0, 1, 2, 3, 80, 100, 443, 4096, 70_000);
    case 'record':
      return fc.constant({});
    case 'string':
      // Of all texts the schema checks ids alone: they may not be empty.
      return (def.checks ?? []).length > 0 ? id : textFor(key);
    default:
      throw new Error(`No values are made for a schema of type ${def.type}`);
  }
}

const recordOf = (shape: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, valuesOf(schema, key)])))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));

const schemas = resourceKinds.map((kind) => resourceSchemas[kind] as unknown as Schema);
const anyKind = fc.oneof(...schemas.map((schema) => valuesOf(schema, '')));

const goals: fc.Arbitrary<Design['goals']> = fc.record(
  {
    workspace: fc.constantFrom('private', 'public'),
    exfiltrationPrevention: fc.constantFrom('on', 'off'),
    internetOutbound: fc.constantFrom('allowed', 'approved'),
    cloud: fc.constantFrom('public', 'us-government', 'china'),
    software: fc.constantFrom([], ['conda', 'vscode'], ['']),
  },
  { requiredKeys: [] },
);

/** Any document that the schema admits: every kind with any of its properties, and references to anything. */
export const anyDocument: fc.Arbitrary<Design> = fc
  .record({ resources: fc.array(anyKind, { maxLength: 14 }), goals, complete: fc.boolean() })
  .map(({ resources, goals: stated, complete }) => ({
    ...emptyDesign('any'),
    source: { format: 'azure-export', complete },
    goals: stated,
    resources: resources.map((one, at) => ({ ...(one as object), id: `id-${at}` }) as Resource),
  }));
