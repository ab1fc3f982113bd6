import { alignments, type CommandContext, copy, duplicate, moveSeveralTo, placesToMoveAll } from '#commands';
import { placeName } from '#drawing';
import { findResource, type Resource } from '#model';
import { commandEntry, type MenuEntry, removal } from './entries.ts';

/** Everything that a pointer does with several things on the canvas at once, by name; `all` says what they are. */
export function severalEntries(
  context: CommandContext,
  resources: readonly Resource[],
  all: string,
): readonly MenuEntry[] {
  const state = context.store.getState();
  const ids = resources.map(({ id }) => id);
  const places = placesToMoveAll(state.design, resources).map((place) => {
    const detail = findResource(state.design, place.parent)?.name;
    return {
      id: place.id,
      title: placeName(place),
      ...(detail === undefined ? {} : { detail }),
      kind: place.kind,
      run: () => moveSeveralTo(context, ids, place.id),
    };
  });
  const lines = alignments.filter((command) => command.isEnabled?.(state) !== false);
  const [firstLine] = lines;
  return [
    ...(places.length > 0 ? [{ id: 'move', title: 'Move to', page: places }] : []),
    ...(firstLine
      ? [
          {
            id: 'align',
            title: 'Align and distribute',
            page: lines.map((command) => commandEntry(context, command)),
          },
        ]
      : []),
    commandEntry(context, copy),
    commandEntry(context, duplicate),
    removal(context, all),
  ];
}
