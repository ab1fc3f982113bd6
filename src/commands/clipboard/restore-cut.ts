import { type Design, findResource, isTheSame, type Resource, withReferences } from '#model';
import type { Clipboard } from '#store';
import { isThere } from '../command.ts';
import { withNotesRestored } from '../notes/copied-notes.ts';

/**
 * The design with what was cut as it was, its ids and all that pointed at it included, where nothing else has come in
 * between; `undefined` where it can only be copied. Whoever was changed since keeps the change.
 */
export function withCutRestored(
  design: Design,
  designKey: string,
  { source, cut, roots }: Clipboard,
): Design | undefined {
  if (!cut || cut.designKey !== designKey || roots.some((id) => isThere(design, id))) return undefined;
  const gone = source.resources.filter(
    (one) => !findResource(cut.after, one.id) && !findResource(design, one.id),
  );
  const back = new Set<string>([...design.resources, ...gone].map(({ id }) => id));
  const isHomeless = ({ id, parent }: Resource) =>
    parent !== undefined && !back.has(parent) && !roots.includes(id);
  const kept = gone.filter((one) => !isHomeless(one));
  for (const one of gone) if (!kept.includes(one)) back.delete(one.id);
  const whole = (one: Resource) => withReferences(one, (id) => (back.has(id) ? id : undefined));
  const repaired = design.resources.map((one) => {
    const left = findResource(cut.after, one.id);
    const before = findResource(source, one.id);
    return before && before !== left && isTheSame(left, one) ? whole(before) : one;
  });
  const layout = Object.fromEntries(
    kept.flatMap(({ id }) => {
      const box = source.layout[id];
      return box ? [[id, box] as const] : [];
    }),
  );
  const restored = {
    ...design,
    resources: [...repaired, ...kept.map(whole)],
    layout: { ...design.layout, ...layout },
  };
  return withNotesRestored(restored, source, cut.after);
}
