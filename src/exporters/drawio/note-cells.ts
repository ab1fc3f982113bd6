import type { Scene } from '#drawing';
import { type Design, notesOf, toneOfNote } from '#model';
import { escaped } from '../escaped.ts';
import { oneLine } from '../one-line.ts';
import { edgeStyleOf, noteStyleOf } from './styles.ts';

/** A sheet for every note where it is drawn, and a line to what it is attached to. */
export function noteCells(
  design: Design,
  { items }: Scene,
  idOf: (id: string) => string | undefined,
): readonly string[] {
  return notesOf(design).flatMap((note, at) => {
    const item = items.find(({ id }) => id === note.id);
    if (!item) return [];
    const { x, y, width, height } = item;
    // Labels are HTML to draw.io: escaped as that first, and then as an attribute.
    const words = escaped(
      note.text
        .split('\n')
        .map((line) => escaped(oneLine(line)))
        .join('<br>'),
    );
    const target = note.attachedTo === undefined ? undefined : idOf(note.attachedTo);
    return [
      `<mxCell id="n${at}" value="${words}" style="${escaped(noteStyleOf(toneOfNote(note)))}" vertex="1" parent="1"><mxGeometry x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" as="geometry"/></mxCell>`,
      ...(target === undefined
        ? []
        : [
            `<mxCell id="t${at}" value="" style="${escaped(edgeStyleOf('note', false))}" edge="1" parent="1" source="n${at}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
          ]),
    ];
  });
}

const round = (value: number): string => `${Math.round(value * 10) / 10}`;
