import { isAlike } from './alike.ts';
import type { Resource } from './resource.ts';

/** Whether two states of a resource differ in nothing but the addresses that it was shown with. */
export function isTheSame(one: Resource | undefined, other: Resource | undefined): boolean {
  if (one === other || !one || !other) return one === other;
  const { expectedAddresses: _, ...own } = one;
  const { expectedAddresses: __, ...its } = other;
  return isAlike(own, its);
}
