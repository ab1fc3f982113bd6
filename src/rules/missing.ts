import { fetchCommandFor, showCommandFor } from '#catalog';
import { type Design, findResource, type Resource, type ResourceId } from '#model';
import type { MissingFact } from '#network';

/** A list that what was opened does not hold, with the command that fetches it, e.g. for `workspace.computes`. */
export const missing = (fact: string, fills: string, parent: Resource): MissingFact => {
  const command = fetchCommandFor(fills, parent.azureId);
  return command === undefined ? { fact } : { fact, command };
};

/** A resource of which only the id is known. */
export const notShown = (what: string, azureId: string | undefined): MissingFact =>
  azureId === undefined ? { fact: what } : { fact: what, command: showCommandFor(azureId) };

/** What a resource would tell of which nothing but the id is shown; of one that is shown no command tells more. */
export const unseen = (design: Design, what: string, id: ResourceId | undefined): MissingFact => {
  const found = findResource(design, id);
  return notShown(what, found?.presence === undefined ? undefined : found.azureId);
};
