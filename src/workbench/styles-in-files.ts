import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import type { Plugin } from 'vite';
import { paint } from '../ui/paint.ts';
import { pointedAt } from '../ui/pointed-at.ts';
import { rulesOf } from '../ui/style-rules.ts';

const suffix = '.styles.css';

/** Names are told apart by the file and by their place in it. */
const nameIn = (id: string, at: number): string =>
  `s${createHash('sha256')
    .update(`${id.replace(/^.*\/src\//, '')} ${at}`)
    .digest('hex')
    .slice(0, 6)}`;

/**
 * Writes what `styled` is given at the top of a module into a style sheet beside its code: the browser
 * reads it before anything runs, and it is no weight to the code. What is not known before the page runs stays as it is.
 */
export function stylesInFiles(): Plugin {
  const sheets = new Map<string, string>();
  return {
    name: 'styles-in-files',
    apply: 'build',
    resolveId: (source) => (source.endsWith(suffix) ? source : null),
    load: (id) => sheets.get(id) ?? null,
    transform: {
      filter: { id: /\/src\/(ui|panels|canvas|app)\/.*\.tsx?$/, code: /\bstyled\(/ },
      handler(code, id) {
        const rules: string[] = [];
        const replaced: { readonly start: number; readonly end: number; readonly by: string }[] = [];
        const known = createContext({ paint, pointedAt });
        /** `undefined` for what only the page can tell. */
        const evaluated = (text: string): unknown => {
          try {
            return runInContext(`(${text})`, known);
          } catch {
            return undefined;
          }
        };
        const { body } = this.parse(code);
        /** Its own styles enter the page later than any file: what is to be stronger must do so, too. */
        const ofMaterial = new Set(
          body.flatMap((one) =>
            one.type === 'ImportDeclaration' && one.source.value === '#material'
              ? one.specifiers.map(({ local }) => local.name)
              : [],
          ),
        );
        for (const statement of body) {
          const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          if (declaration?.type !== 'VariableDeclaration') continue;
          for (const { id: pattern, init } of declaration.declarations) {
            if (!init) continue;
            const text = code.slice(init.start, init.end);
            if (init.type !== 'CallExpression' || init.callee.type !== 'CallExpression') {
              const value = evaluated(text);
              if (value !== undefined && pattern.type === 'Identifier') known[pattern.name] = value;
              continue;
            }
            const [style] = init.arguments;
            const { callee, arguments: tags } = init.callee;
            if (callee.type !== 'Identifier' || callee.name !== 'styled' || !style) continue;
            if (tags.some((tag) => tag.type === 'Identifier' && ofMaterial.has(tag.name))) continue;
            const value = evaluated(code.slice(style.start, style.end));
            if (typeof value !== 'object' || value === null) continue;
            const name = nameIn(id, rules.length);
            rules.push(...rulesOf(`.${name}`, value));
            replaced.push({ start: style.start, end: style.end, by: JSON.stringify(name) });
          }
        }
        if (replaced.length === 0) return null;
        sheets.set(`${id}${suffix}`, rules.join('\n'));
        const changed = replaced
          .toReversed()
          .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
        // Last of the imports: what a style is made of comes before it.
        return { code: `${changed}\nimport ${JSON.stringify(`${id}${suffix}`)};`, map: null };
      },
    },
  };
}
