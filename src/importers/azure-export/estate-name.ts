import { counted } from '#model';
import { type ArmId, resourceGroupOf } from './arm-id.ts';

/**
 * What a design of these resources is called: as their resource group; of several groups as the file, or, where no one
 * file holds them, as the group with most of them and how many others there are.
 */
export function estateName(ids: readonly ArmId[], fileName: string | undefined): string {
  const groups = new Map<string, { readonly name: string; count: number }>();
  for (const id of ids) {
    const name = resourceGroupOf(id);
    if (name === undefined) continue;
    const group = groups.get(name.toLowerCase()) ?? { name, count: 0 };
    group.count += 1;
    groups.set(name.toLowerCase(), group);
  }
  const [most, ...others] = [...groups.values()].sort(
    (one, other) => other.count - one.count || (one.name < other.name ? -1 : 1),
  );
  if (!most) return fileName ?? 'Azure estate';
  if (others.length === 0) return most.name;
  return fileName ?? `${most.name} and ${counted(others.length, 'other group')}`;
}
