import { fetchCommandFor } from '#catalog';
import type { Resource } from '#model';
import type { MissingFact } from '#network';

/** A list that what was opened does not hold, with the command that fetches it, e.g. for `workspace.computes`. */
export const missing = (fact: string, fills: string, parent: Resource): MissingFact => {
  const command = fetchCommandFor(fills, parent.azureId);
  return command === undefined ? { fact } : { fact, command };
};

/** A resource of which only the id is known. */
export const notShown = (what: string, azureId: string | undefined): MissingFact =>
  azureId === undefined
    ? { fact: what }
    : { fact: what, command: `az resource show --ids "${azureId}" --output json` };
