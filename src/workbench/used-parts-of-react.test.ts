import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { unusedExports, usedReact } from './used-parts-of-react.ts';
import { withoutParts } from './without-parts.ts';

const build = {
  error: (fault: unknown): never => {
    throw new Error(String(fault));
  },
};

const sourceOf = (name: string): string =>
  readFileSync(
    fileURLToPath(
      new URL(
        `../../node_modules/${name.split('/')[0]}/cjs/${name.split('/')[1]}.production.js`,
        import.meta.url,
      ),
    ),
    'utf8',
  );

const modules = ['react/react', 'react-dom/react-dom', 'react-dom/react-dom-client'];

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && 'type' in value;

interface Names {
  readonly declared: Set<string>;
  readonly read: Set<string>;
}

/** Names that a function declares and reads, with all that is in it. */
function collect(node: Tree, names: Names): Names {
  const declarations = [
    node.type === 'VariableDeclarator' ? node.id : undefined,
    node.params,
    node.param,
  ].flat();
  for (const one of declarations) if (isTree(one)) names.declared.add(String(one.name));
  for (const [key, part] of Object.entries(node)) {
    const isNoVariable = (key === 'property' || key === 'key') && node.computed !== true;
    for (const one of [part].flat()) {
      if (!isTree(one) || isNoVariable) continue;
      if (one.type === 'Identifier') names.read.add(String(one.name));
      collect(one, names);
    }
  }
  return names;
}

function namesByFunction(code: string): Map<string, Names> {
  const { program, errors } = parseSync('library.js', code);
  expect(errors).toEqual([]);
  return new Map(
    program.body.flatMap((one) =>
      one.type === 'FunctionDeclaration' && one.id
        ? [[one.id.name, collect({ ...one }, { declared: new Set(), read: new Set() })] as const]
        : [],
    ),
  );
}

test.each(modules)('each function of %s declares what it reads', (name) => {
  const whole = sourceOf(name);
  const before = namesByFunction(whole);
  const after = namesByFunction(usedReact(whole, build));
  const lost = [...after].flatMap(([key, { declared, read }]) =>
    [...(before.get(key)?.declared ?? [])].filter((one) => read.has(one) && !declared.has(one)),
  );
  expect(after.size).toBeGreaterThan(3);
  expect(lost).toEqual([]);
});

test('nothing of React is used that the page leaves out', () => {
  const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../workbench/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const used = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/import (?:type )?\{([^}]*)\} from 'react(?:-dom)?(?:\/client)?'/g)].flatMap(
      ([, names = '']) => names.split(',').map((one) => one.trim()),
    ),
  );
  expect(used).toContain('useState');
  expect(used.filter((one) => unusedExports.has(one))).toEqual([]);
});

test('another React is not cut by what was found in this one', () => {
  expect(() => usedReact('exports.version = "20.0.0"', build)).toThrow('This is not React');
});

const nothing = {
  exports: new Set<string>(),
  functions: new Map<string, string>(),
  classes: new Set<string>(),
  properties: new Set<string>(),
  variables: new Map<string, string>(),
  members: new Map<string, string>(),
  tags: new Set<number>(),
  masks: new Set<number>(),
};

/** What a program answers. */
const answerOf = (code: string): unknown => new Function(code)();

test('a case that is never so goes, and its variables stay with the cases that use them', () => {
  const code =
    'var x = { tag: 5 }; switch (x.tag) { case 26: var y = 1; return y; case 5: y = 2; } return y;';
  const left = withoutParts(`function f() {${code}} return f();`, { ...nothing, tags: new Set([26]) });
  expect(left).not.toContain('case 26');
  expect(answerOf(left)).toBe(2);
});

test('a case into which another runs stays', () => {
  const code = 'var x = { tag: 5 }; switch (x.tag) { case 5: case 26: return 1; }';
  expect(
    answerOf(withoutParts(`function f() {${code}} return f();`, { ...nothing, tags: new Set([26]) })),
  ).toBe(1);
});

test('only what is named a tag is asked for tags', () => {
  const code = 'function f(node) { switch (node.type) { case 26: return node.type === 26; } }';
  expect(withoutParts(code, { ...nothing, tags: new Set([26]) })).toBe(code);
});

test('what is given to an unused class and to another is given to the other', () => {
  const code = 'function A() {} function B() {} A.prototype.f = B.prototype.f = () => 7; return new B().f();';
  const left = withoutParts(code, { ...nothing, classes: new Set(['A']) });
  expect(left).not.toContain('A.prototype');
  expect(answerOf(left)).toBe(7);
});

test('constants stand where variables are read, and not where they are written', () => {
  const code = 'var isOn = !0; isOn = !1; var o = { isOn: isOn }; return o.isOn;';
  const left = withoutParts(code, { ...nothing, variables: new Map([['isOn', '"read"']]) });
  expect(answerOf(left)).toBe('read');
});
