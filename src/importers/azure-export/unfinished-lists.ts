import { firstOf, isObject, propertyOf } from '../json-object.ts';

interface Page {
  readonly ids: readonly string[];
  readonly next: string | undefined;
}

/** Pages of the REST API, with the ids in them in lower case. */
function pagesOf(documents: readonly unknown[]): readonly Page[] {
  const pages: Page[] = [];
  const waiting: unknown[] = [...documents];
  for (const value of waiting) {
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    if (!isObject(value) || !Array.isArray(value.value)) continue;
    const next = firstOf(value, 'nextLink', '@odata.nextLink');
    pages.push({
      ids: value.value.flatMap((item: unknown) => {
        const id = isObject(item) ? propertyOf(item, 'id') : undefined;
        return typeof id === 'string' ? [id.toLowerCase()] : [];
      }),
      next: typeof next === 'string' && next !== '' ? next : undefined,
    });
  }
  return pages;
}

/** The parent whose children are listed; of a whole subscription, what its resources have in common. */
function parentIn(id: string): string {
  const steps = id.split('/');
  const isTopLevel = steps.length === 9 && steps[3] === 'resourcegroups';
  return isTopLevel ? [...steps.slice(0, 3), steps[6]].join('/') : steps.slice(0, -2).join('/');
}

const listOf = (id: string): string => `${parentIn(id)}/${id.split('/').at(-2)}`;

/**
 * Ids, in lower case, of parents whose children are listed by a page that names a next one, where no last page of that list
 * is given: `az rest` fetches one page alone.
 */
export function unfinishedLists(documents: readonly unknown[]): ReadonlySet<string> {
  const pages = pagesOf(documents);
  const last = pages.filter(({ next }) => next === undefined);
  const finished = new Set(last.flatMap(({ ids }) => ids.map(listOf)));
  const begun = pages.filter(
    ({ ids, next }) => next !== undefined && !ids.some((id) => finished.has(listOf(id))),
  );
  return new Set(begun.flatMap(({ ids }) => ids.map(parentIn)));
}
