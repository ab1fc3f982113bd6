import { z } from 'zod/mini';
import { part, type ResourceId, resourceId } from './resource-base.ts';

/** What a note is about, told by its colour; none is about anything alone. */
export const noteTones = ['neutral', 'network', 'security', 'dns', 'on-premises'] as const;
export type NoteTone = (typeof noteTones)[number];

/** Characters of one note, and notes of one design: beyond it a drawing is a book. */
export const noteLimits = { characters: 2000, notes: 500 } as const;

export const noteSchema = part({
  /** Of one space with the ids of resources: both are selected, placed and moved by id. */
  id: resourceId,
  /** Plain text in lines; nothing in it is markup. */
  text: z.string().check(z.minLength(1), z.maxLength(noteLimits.characters)),
  /** Neutral where absent. */
  tone: z.optional(z.enum(noteTones)),
  /** The resource that it moves with; its box counts from the corner of that one's. */
  attachedTo: z.optional(resourceId),
});

/** Words of people on the drawing. Decides no rule and is no part of what the design means. */
export interface Note {
  readonly id: ResourceId;
  readonly text: string;
  readonly tone?: NoteTone | undefined;
  readonly attachedTo?: ResourceId | undefined;
}

interface Annotated {
  readonly notes?: readonly Note[] | undefined;
}

const none: readonly Note[] = [];

/** The notes of a design in document order, the lowest on the drawing first. */
export const notesOf = ({ notes }: Annotated): readonly Note[] => notes ?? none;

export const findNote = (design: Annotated, id: ResourceId | undefined): Note | undefined =>
  id === undefined ? undefined : design.notes?.find((note) => note.id === id);

export const toneOfNote = ({ tone }: Pick<Note, 'tone'>): NoteTone => tone ?? 'neutral';

/** Text as a note holds it: one kind of line end, no space around it, within its bounds. */
export const noteText = (text: string): string =>
  [
    ...text
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll('\t', '  ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these mean nothing in a text, and no file of ours may hold them
      .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
      .trim()
      .slice(0, noteLimits.characters),
  ]
    // Half of a pair says nothing, and cutting may have left one.
    .filter((glyph) => !/^[\ud800-\udfff]$/.test(glyph))
    .join('')
    .trim();

/** Glyphs of the name that lists and announcements give a note. */
const nameLength = 40;

/** What a note is called in a list: the beginning of its first line. */
export const noteName = ({ text }: Pick<Note, 'text'>): string => {
  const glyphs = [...(text.split('\n')[0] ?? '')];
  return glyphs.length > nameLength || text.includes('\n')
    ? `${glyphs.slice(0, nameLength).join('').trimEnd()}…`
    : glyphs.join('');
};
