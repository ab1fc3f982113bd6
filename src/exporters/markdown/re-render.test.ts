import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import { type Design, edits } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { reviewEstate } from '#testing';
import { markdownExporter } from './markdown.ts';

const today = '2026-11-23';
const written = (design: Design): string =>
  markdownExporter
    .export({ design, network: deriveNetwork(design), result: check(design, { today }), today })
    .files.map(({ content }) => content)
    .join('');

/** As a viewer of GitHub-flavoured Markdown reads it. */
const parsed = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

/** Without the places in the text. */
const bare = (node: Nodes): unknown =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)));

const tablesIn = (node: Nodes): readonly Table[] =>
  node.type === 'table' ? [node] : 'children' in node ? node.children.flatMap(tablesIn) : [];

const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

const pipesAndTicks = 'a | b `c` \\| d';
const hostile = (): Design => {
  const design = reviewEstate().build();
  return design.resources.reduce(
    (before, { id, kind }) => (kind === 'subnet' ? edits.renameResource(before, id, pipesAndTicks) : before),
    design,
  );
};

const designs = [
  ['a review estate', reviewEstate().build()],
  ...blueprints.map(({ id, build }) => [id, build()] as const),
  ...exercises.map(({ id, build }) => [`exercise ${id}`, build()] as const),
  ['names with pipes and backticks', hostile()],
] as const;

describe.each(designs)('the checklist of %s', (_, design) => {
  const text = written(design);
  const tree = parsed(text);

  it('means the same when it is parsed and written anew', () => {
    const again = toMarkdown(tree, { extensions: [gfmTableToMarkdown()] });
    expect(bare(parsed(again))).toEqual(bare(tree));
  });

  it('has tables of whole rows, and no row outside of them', () => {
    const tables = tablesIn(tree);
    expect(tables.length).toBeGreaterThan(3);
    for (const { children } of tables) {
      const [head, ...rows] = children;
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.children.length).toBe(head?.children.length);
    }
    const outside = tree.children
      .filter(({ type }) => type === 'paragraph')
      .map(wordsOf)
      .filter((words) => /^\|.*\|$/m.test(words));
    expect(outside).toEqual([]);
  });
});

it('keeps pipes and backticks of a name in its cell', () => {
  const cells = tablesIn(parsed(written(hostile()))).flatMap(({ children }) =>
    children.flatMap((row) => row.children.map(wordsOf)),
  );
  expect(cells.some((cell) => cell.includes(pipesAndTicks))).toBe(true);
});
