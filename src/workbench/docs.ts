/** Writes what is generated from the code; with `--verify` only says what is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod/mini';
import { blueprints, gallery } from '#blueprints';
import { graphQueryCommand } from '#catalog';
import { paletteCss, sketchOf } from '#drawing';
import { exportFormatIds, formatFacts, formatGroups } from '#exporters';
import { customRulesSchema, customRulesVersion, designSchema, schemaVersion } from '#model';
import { rulesMarkdown } from '#rules';
import { fetchChildrenScript } from './fetch-children.ts';

const jsonSchemaOf = (schema: z.ZodMiniType, id: string, title: string): string => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    // “Read only” means to TypeScript that code may not push; to a reader of JSON, that they may not write.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify({ $schema, $id: id, title, ...rest }, null, 2)}\n`;
};

const pathOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const read = (name: string): string | undefined => {
  try {
    return readFileSync(pathOf(name), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
};

const bash = (script: string): string => `\`\`\`bash\n${script}\n\`\`\``;

const formatTable = (): string =>
  [
    '| `--to` | Writes | In it |',
    '|---|---|---|',
    ...formatGroups.flatMap((group) =>
      exportFormatIds
        .map((id) => ({ id, ...formatFacts(id) }))
        .filter((format) => format.group === group)
        .map(({ id, title, text, extension }) => `| \`${id}\` | ${title}, \`.${extension}\` | ${text} |`),
    ),
  ].join('\n');

/** Parts of the README between `<!-- generated: NAME -->` and `<!-- end -->`. */
const readmeParts: Readonly<Record<string, string>> = {
  'graph query': bash(graphQueryCommand),
  children: bash(fetchChildrenScript()),
  formats: formatTable(),
};

const readme = (): string =>
  (read('README.md') ?? '').replaceAll(
    /(<!-- generated: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => `${start}\n${readmeParts[name] ?? ''}\n\n${end}`,
  );

/** Hundredths of a unit are smaller than any pixel. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

/** Drawn ahead, so that the start screen shows architectures before it has the code that draws. */
function galleryWithPictures(): string {
  const { architectures, exercises } = gallery();
  const pictures = new Map(blueprints.map(({ id, build }) => [id, sketchOf(build())]));
  const content = {
    architectures: architectures.map((one) => ({ ...one, picture: pictures.get(one.id) })),
    exercises,
  };
  return `${JSON.stringify(content, rounded)}\n`;
}

/** Path from the root of the project to what it has to hold. */
const generated: Readonly<Record<string, () => string>> = {
  'README.md': readme,
  'src/rules/README.md': rulesMarkdown,
  'src/app/palette.css': () =>
    `/* Generated from the palette of the drawing by \`npm run docs\`; change the palette instead. */\n${paletteCss('data-scheme')}`,
  'src/panels/start/gallery.json': galleryWithPictures,
  'public/design.schema.json': () =>
    jsonSchemaOf(designSchema, `urn:isoplan:design:${schemaVersion}`, 'Isoplan design'),
  'public/rules.schema.json': () =>
    jsonSchemaOf(customRulesSchema, `urn:isoplan:rules:${customRulesVersion}`, 'Rules of an organisation'),
};

const stale = Object.entries(generated)
  .map(([name, make]) => ({ name, content: make() }))
  .filter(({ name, content }) => read(name) !== content);

if (process.argv.includes('--verify')) {
  for (const { name } of stale) console.error(`${name} is stale: run “npm run docs” and commit it.`);
  if (stale.length === 0) console.log('The generated files are current.');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else
  for (const { name, content } of stale) {
    writeFileSync(pathOf(name), content);
    console.log(`Wrote ${name}`);
  }
