import { describe, expect, it } from 'vitest';
import { type Resource, type ResourceKind, referencesOf, resourceKinds, resourceSchemas } from '#model';
import type { Field, Part } from './field.ts';
import { commonFields, fieldsOf } from './fields-of.ts';

/** A schema as zod holds it, as far as this test looks. */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly options?: readonly Schema[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
}

/** What a person has to be given for a property: its control, with the values of a choice. */
type Expected = ReadonlyMap<string, string>;

const unwrapped = (schema: Schema): Schema =>
  schema.def.innerType ? unwrapped(schema.def.innerType) : schema;

/** The inspector's head has them, and what a rule is cannot become another. */
const elsewhere = new Set(['id', 'kind', 'name', 'parent', 'ruleType']);

const isReference = (key: string): boolean =>
  referencesOf({ id: 'a', kind: 'region', name: 'a', [key]: 'x' } as unknown as Resource).length > 0;

const choiceOf = (values: readonly unknown[]): string =>
  `choice: ${[...values].map(String).sort().join(', ')}`;

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** Every property of a schema by its path, `[]` standing for each entry of a list. */
function expectedOf(
  schema: Schema,
  path: string,
  key: string,
  isTop: boolean,
  found: Map<string, string>,
): void {
  const { def } = unwrapped(schema);
  switch (def.type) {
    case 'object':
      for (const [name, inner] of Object.entries(def.shape ?? {}))
        if (!(isTop || name === 'ruleType') || !elsewhere.has(name))
          expectedOf(inner, join(path, name), name, false, found);
      return;
    case 'union':
      for (const option of def.options ?? []) expectedOf(option, path, key, false, found);
      return;
    case 'array': {
      const element = def.element && unwrapped(def.element);
      if (element && (element.def.type === 'object' || element.def.type === 'union')) {
        found.set(path, 'rows');
        expectedOf(element, `${path}[]`, key, false, found);
      } else found.set(path, isReference(key) ? 'references' : 'list');
      return;
    }
    case 'enum':
      found.set(path, choiceOf(Object.values(def.entries ?? {})));
      return;
    case 'literal':
      found.set(path, choiceOf(def.values ?? []));
      return;
    case 'boolean':
      found.set(path, choiceOf([true, false]));
      return;
    case 'record':
      found.set(path, 'pairs');
      return;
    case 'string':
      found.set(path, isReference(key) ? 'reference' : 'text');
      return;
    default:
      found.set(path, def.type);
  }
}

const kindsOfPart: readonly Part[] = [
  {},
  ...['NetworkRule', 'ApplicationRule', 'NatRule'].map((ruleType) => ({ ruleType })),
];

const controlOf = ({ control }: Field): string =>
  control.type === 'choice' ? choiceOf(control.options.map(([value]) => value)) : control.type;

function offeredBy(fields: readonly Field[], path: string, found: Map<string, string>): void {
  for (const field of fields) {
    const at = join(path, field.path);
    found.set(at, controlOf(field));
    if (field.control.type === 'rows')
      for (const part of kindsOfPart) offeredBy(field.control.fields(part), `${at}[]`, found);
  }
}

const expected = (kind: ResourceKind): Expected => {
  const found = new Map<string, string>();
  expectedOf(resourceSchemas[kind] as unknown as Schema, '', '', true, found);
  // Isoplan's own memory: nobody states what is only expected.
  for (const path of ['expectedAddresses', 'expectedAddresses[]']) found.delete(path);
  return found;
};

const offered = (kind: ResourceKind): Expected => {
  const found = new Map<string, string>();
  offeredBy([...fieldsOf(kind), ...commonFields], '', found);
  return found;
};

/** Azure takes any text here; the usual values are offered to choose from. */
const freeTexts = new Set([
  'definitions[].service',
  'recordSets[].type',
  'securityRules[].protocol',
  'rules[].protocol',
]);
const isFreeText = (path: string) => freeTexts.has(path) || path.endsWith('protocols[].protocolType');

describe('the inspector', () => {
  it.each(resourceKinds)('has a fitting control for every property of a %s, and for nothing else', (kind) => {
    const [has, wants] = [offered(kind), expected(kind)];
    expect([...has.keys()].sort()).toEqual([...wants.keys()].sort());
    for (const [path, control] of wants)
      if (!(isFreeText(path) && control === 'text')) expect([path, has.get(path)]).toEqual([path, control]);
  });
});
