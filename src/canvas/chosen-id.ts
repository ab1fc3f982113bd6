import type { SceneItem } from '#drawing';
import type { ResourceId } from '#model';

/** What is selected, moved and written by an item: its resource, or the note that it is. */
export const chosenId = ({ resource, note }: Pick<SceneItem, 'resource' | 'note'>): ResourceId | undefined =>
  resource ?? note;
