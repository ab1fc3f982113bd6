import type { AppStore } from '#store';

/** What was typed and refused, and the value that it was to replace. */
interface Draft {
  readonly text: string;
  readonly instead: string;
}

const drafts = new WeakMap<AppStore, Map<string, Draft>>();

/** What was typed in a field before it was left and could not be taken; nothing once its value is another. */
export const draftOf = (store: AppStore, field: string, value: string): string | undefined => {
  const draft = drafts.get(store)?.get(field);
  return draft?.instead === value ? draft.text : undefined;
};

/** Keeps what was refused until the field is on screen again; `undefined` forgets it. */
export const keepDraft = (store: AppStore, field: string, draft: Draft | undefined): void => {
  const kept = drafts.get(store) ?? new Map<string, Draft>();
  drafts.set(store, kept);
  if (draft) kept.set(field, draft);
  else kept.delete(field);
};
