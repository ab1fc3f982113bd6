import { withPlacesKept } from '#drawing';
import type { Design } from '#model';
import { keepAddresses } from '#network';
import type { AppStore } from '#store';

/** Layouts in which all that is drawn has its place. */
const complete = new WeakSet<Design['layout']>();

/**
 * From now on things keep the addresses that they are shown with, and what is drawn stays where it is while things come
 * and go, and with the first edit of any kind, before which nobody has placed anything.
 */
export const keepPlaces = (store: AppStore): void =>
  store.setState({
    keepPlaces: (before, edited, result) => {
      const { resources, layout } = before.design;
      const after = edited.resources === resources ? edited : keepAddresses(before.design, edited);
      // What went into another container has lost its place.
      const isComplete =
        complete.has(layout) &&
        after.resources.length === resources.length &&
        Object.keys(layout).every((id) => id in after.layout);
      const kept = isComplete ? after : withPlacesKept(before, after, result);
      complete.add(kept.layout);
      return kept;
    },
  });
