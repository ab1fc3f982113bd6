import { parseSync } from 'vite';

/** What a program never asks of a library that it has to take as a whole. */
export interface UnusedParts {
  /** Properties of `exports`. */
  readonly exports: ReadonlySet<string>;
  /** What functions do in place of what they say; those without a statement are not called, or need not do anything. */
  readonly functions: ReadonlyMap<string, string>;
  /** Constructors whose prototype needs no methods. */
  readonly classes: ReadonlySet<string>;
  /** Names of properties of objects that are written out. */
  readonly properties: ReadonlySet<string>;
  /** What variables and properties hold at all times, by their names. */
  readonly variables: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
  /** Numbers that nothing of a name which ends in `tag` ever is. */
  readonly tags: ReadonlySet<number>;
  /** Masks `m` for which `(x & m) === x` never is so. */
  readonly masks: ReadonlySet<number>;
}

/** A node of a syntax tree, of which no more is known than what is asked of it. */
interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

const partsOf = (node: Syntax): Syntax[] => Object.values(node).flat().filter(isSyntax);

const isFunction = ({ type }: Syntax): boolean => /Function/.test(type);

/** Of an identifier, or of the property that is asked for. */
function nameOf(node: unknown): string {
  if (!isSyntax(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  return node.type === 'MemberExpression' && node.computed !== true ? nameOf(node.property) : '';
}

const objectOf = (node: unknown): unknown => (isSyntax(node) ? node.object : undefined);

const isTag = (node: unknown): boolean => /tag$/i.test(nameOf(node));

const numberOf = (node: unknown): number =>
  isSyntax(node) && node.type === 'Literal' && typeof node.value === 'number' ? node.value : Number.NaN;

/** Names that a part of a function declares for all of it. */
function variablesOf(node: Syntax): string[] {
  if (isFunction(node)) return [];
  const own = node.type === 'VariableDeclarator' ? [nameOf(node.id)] : [];
  return [...own, ...partsOf(node).flatMap(variablesOf)];
}

const jumps = new Set(['BreakStatement', 'ContinueStatement', 'ReturnStatement', 'ThrowStatement']);

/** The text without the parts; says by `missing` which functions it does not have. */
export function withoutParts(
  code: string,
  unused: UnusedParts,
  missing: (name: string) => void = () => undefined,
): string {
  const edits: Edit[] = [];
  const unseen = new Set(unused.functions.keys());
  const replace = ({ start, end }: Syntax, by: string) => void edits.push({ start, end, by });

  /** Cases that are never so, but not those that another case runs into. */
  const unusedCasesOf = (node: Syntax): Syntax[] => {
    if (node.type !== 'SwitchStatement' || !isTag(node.discriminant)) return [];
    let isReached = false;
    return partsOf(node).filter((one) => {
      if (one.type !== 'SwitchCase') return false;
      const isUnused = !isReached && unused.tags.has(numberOf(one.test));
      const last = [one.consequent].flat().filter(isSyntax).at(-1);
      isReached = !isUnused && !(last && jumps.has(last.type));
      return isUnused;
    });
  };

  const isNever = ({ type, operator, left, right }: Syntax): boolean => {
    if (type !== 'BinaryExpression' || (operator !== '===' && operator !== '!==')) return false;
    if (isSyntax(left) && left.operator === '&') return unused.masks.has(numberOf(left.right));
    return [
      [left, right],
      [right, left],
    ].some(([one, other]) => isTag(one) && unused.tags.has(numberOf(other)));
  };

  const constantOf = (node: Syntax, parent: Syntax): string | undefined => {
    if (isNever(node)) return String(node.operator === '!==');
    const isRead = ![parent.left, parent.id, parent.key].includes(node) && !isFunction(parent);
    if (!isRead || parent.type === 'MemberExpression') return undefined;
    if (node.type === 'Identifier') return unused.variables.get(nameOf(node));
    return node.type === 'MemberExpression' ? unused.members.get(nameOf(node)) : undefined;
  };

  /** Whether a statement only gives what is unused to something else; what it gives at the same time to others stays. */
  const isGiven = (node: Syntax): boolean => {
    const given =
      node.type === 'ExpressionStatement' && isSyntax(node.expression) ? node.expression : undefined;
    if (given?.type !== 'AssignmentExpression' || !isSyntax(given.right)) return false;
    const of = objectOf(given.left);
    const isUnused =
      (nameOf(of) === 'exports' && unused.exports.has(nameOf(given.left))) ||
      (nameOf(of) === 'prototype' && unused.classes.has(nameOf(objectOf(of))));
    if (!isUnused) return false;
    const isAlso = given.right.type === 'AssignmentExpression';
    edits.push({ start: node.start, end: isAlso ? given.right.start : node.end, by: '' });
    return !isAlso;
  };

  /** Where it stands in for a node, nothing is looked for in it. */
  const isReplaced = (node: Syntax, parent: Syntax): boolean => {
    const constant = constantOf(node, parent);
    if (constant !== undefined) {
      replace(node, constant);
      return true;
    }
    if (node.type === 'Property' && unused.properties.has(nameOf(node.key))) {
      const comma = /^\s*,/.exec(code.slice(node.end))?.[0] ?? '';
      edits.push({ start: node.start, end: node.end + comma.length, by: '' });
      return true;
    }
    if (node.type === 'FunctionDeclaration' && isSyntax(node.body)) {
      const statement = unused.functions.get(nameOf(node.id));
      if (statement === undefined) return false;
      unseen.delete(nameOf(node.id));
      replace(node.body, `{${statement}}`);
      return true;
    }
    return isGiven(node);
  };

  const visit = (node: Syntax, parent: Syntax, around: Syntax | undefined): void => {
    if (isReplaced(node, parent)) return;
    const within = isFunction(node) && isSyntax(node.body) ? node.body : around;
    const cases = unusedCasesOf(node);
    for (const one of cases) {
      replace(one, '');
      const names = variablesOf(one);
      // Other cases may use them, too.
      if (around && names.length > 0)
        edits.push({ start: around.start + 1, end: around.start + 1, by: `var ${names.join()};` });
    }
    for (const part of partsOf(node)) if (!cases.includes(part)) visit(part, node, within);
  };

  const program: unknown = parseSync('library.js', code).program;
  if (isSyntax(program)) visit(program, program, undefined);
  for (const name of unseen) missing(name);
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
}
