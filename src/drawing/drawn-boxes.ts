import { arrange, drawnOf, effectiveLayout, placedNotes } from '#layout';
import { type Box, type Design, notesOf } from '#model';
import { deriveNetwork } from '#network';
import type { CheckResult } from '#rules';
import { ghostsOf } from './ghosts.ts';
import { hostedNetworksOf } from './hosted-networks.ts';

type Boxes = Readonly<Record<string, Box>>;

const hostedOf = (design: Design) => hostedNetworksOf(deriveNetwork(design));

/** What is drawn although no resource is it. */
export const derivedOf = (design: Design, result: CheckResult | undefined) => ({
  ghosts: ghostsOf(result),
  hosted: hostedOf(design),
});

/** Where everything is drawn, by its id, in the coordinates of its container: as `drawScene` draws it. */
export function drawnBoxes(design: Design, result: CheckResult | undefined): Boxes {
  const derived = derivedOf(design, result);
  const boxes = effectiveLayout(design, derived);
  const notes = placedNotes(design, drawnOf(design, derived), boxes);
  return notes.length === 0
    ? boxes
    : { ...boxes, ...Object.fromEntries(notes.map(({ note, box }) => [note.id, box])) };
}

/** Where the notes are drawn, by their ids, in the coordinates of the drawing. */
export function drawnNotes(design: Design, result: CheckResult | undefined): Boxes {
  if (notesOf(design).length === 0) return {};
  const derived = derivedOf(design, result);
  const notes = placedNotes(design, drawnOf(design, derived), effectiveLayout(design, derived));
  return Object.fromEntries(notes.map(({ note, box, x, y }) => [note.id, { ...box, x, y }]));
}

/** Where everything is drawn where nobody has placed anything, as `drawnBoxes`; notes stay where they were put. */
export const arrangedBoxes = (design: Design): Boxes => ({
  ...arrange(design, { hosted: hostedOf(design) }),
  ...Object.fromEntries(
    notesOf(design).flatMap(({ id }) => {
      const box = design.layout[id];
      return box ? [[id, box]] : [];
    }),
  ),
});
