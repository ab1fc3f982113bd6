import { withPlacesKept } from '#drawing';
import { keepAddresses } from '#network';
import type { AppStore } from '#store';

/** From now on things keep the addresses that they are shown with, and what is drawn stays where it is while things come and go. */
export const keepPlaces = (store: AppStore): void =>
  store.setState({
    keepPlaces: (before, edited, result) => {
      const after = keepAddresses(before.design, edited);
      return after.resources.length === before.design.resources.length
        ? after
        : withPlacesKept(before, after, result);
    },
  });
