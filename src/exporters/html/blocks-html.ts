import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { escaped } from '../escaped.ts';

/** The blocks of a review as HTML. `drawing`: elements in place of the picture and of its Mermaid twin. */
export const blocksHtml = (blocks: readonly RootContent[], drawing: string): string =>
  blocks.map((block) => blockHtml(block, drawing)).join('\n');

function blockHtml(block: RootContent, drawing: string): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.depth}>${inline(block.children)}</h${block.depth}>`;
    case 'paragraph':
      return block.children.some(({ type }) => type === 'image')
        ? drawing
        : `<p>${inline(block.children)}</p>`;
    case 'list':
      return `<ul>${block.children.map((item) => `<li>${itemsHtml(item.children, drawing)}</li>`).join('\n')}</ul>`;
    case 'table':
      return tableHtml(block);
    case 'code':
      return '';
    default:
      return '';
  }
}

const itemsHtml = (children: readonly RootContent[], drawing: string): string =>
  children
    .map((child, at) => {
      const isNextLine = child.type === 'paragraph' && children[at - 1]?.type === 'paragraph';
      return `${isNextLine ? '<br>' : ''}${itemHtml(child, drawing)}`;
    })
    .join('');

/** A paragraph in an item needs no box of its own. */
const itemHtml = (child: RootContent, drawing: string): string =>
  child.type === 'paragraph' ? inline(child.children) : blockHtml(child, drawing);

function tableHtml({ children: [head, ...rows] }: Table): string {
  const cells = (row: Table['children'][number] | undefined, tag: 'th' | 'td') =>
    (row?.children ?? [])
      .map(({ children }) => {
        const text = inline(children);
        const isNumber = tag === 'td' && /^-?\d+$/.test(text);
        const attributes = tag === 'th' ? ' scope="col"' : isNumber ? ' class="number"' : '';
        return `<${tag}${attributes}>${text}</${tag}>`;
      })
      .join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
  return `<div class="table"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** Words stay whole up to a length that no column refuses; longer ones may break. */
const breakable = (text: string): string =>
  text
    .split(/(\S{28,})/u)
    .map((part, at) => (at % 2 === 0 ? [part] : (part.match(/.{1,14}/gu) ?? [])).map(escaped).join('<wbr>'))
    .join('');

const inline = (children: readonly PhrasingContent[]): string => children.map(inlineHtml).join('');

function inlineHtml(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return breakable(node.value);
    case 'strong':
      return `<strong>${inline(node.children)}</strong>`;
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'link':
      return /^https:\/\//.test(node.url)
        ? `<a href="${escaped(node.url)}" rel="noreferrer">${inline(node.children)}</a>`
        : inline(node.children);
    default:
      return '';
  }
}
