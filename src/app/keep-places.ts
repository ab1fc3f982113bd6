import { withPlacesKept } from '#drawing';
import type { AppStore } from '#store';

/** From now on what is drawn stays where it is while things are added and removed. */
export const keepPlaces = (store: AppStore): void => store.setState({ keepPlaces: withPlacesKept });
