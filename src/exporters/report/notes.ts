import type { RootContent } from 'mdast';
import { notesOf } from '#model';
import type { ExportInput } from '../exporter.ts';
import { nameOf } from '../names.ts';
import { bullets, heading, item, paragraph, strong, words } from './blocks.ts';

/** What people wrote on the drawing, line by line as they wrote it; nothing where they did not. */
export const notes = (input: ExportInput): RootContent[] => {
  const written = notesOf(input.design);
  if (written.length === 0) return [];
  return [
    heading(2, 'Notes'),
    paragraph('Words of people on the drawing. They decide no check.'),
    bullets(
      written.map(({ text, attachedTo }) => {
        const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
        const about = attachedTo === undefined ? [] : [strong(`On ${nameOf(input, attachedTo)}:`), ' '];
        return item(paragraph(...about, words(first)), ...rest.map((line) => paragraph(words(line))));
      }),
    ),
  ];
};
