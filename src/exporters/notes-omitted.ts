import { counted, notesOf } from '#model';
import type { ExportInput, Omission } from './exporter.ts';

/** Said by formats that have no place for words of people. */
export const notesOmitted = ({ design }: Pick<ExportInput, 'design'>): readonly Omission[] => {
  const { length } = notesOf(design);
  return length === 0
    ? []
    : [
        {
          what: `${counted(length, 'note')} on the drawing`,
          because: 'The format has no place for them; the pictures, the checklist and the design do.',
        },
      ];
};
