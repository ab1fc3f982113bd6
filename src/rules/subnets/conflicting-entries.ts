import { type Design, edits, flatMapped, type ResourceOf, type SecurityRule } from '#model';
import { formatPrefix, parseLoosePrefix } from '#network';
import { shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

type RouteTable = ResourceOf<'route-table'>;

/** Entries that share a key with another, by that key. */
function sharing<T>(entries: readonly T[], keyOf: (entry: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return [...groups.values()].filter(({ length }) => length > 1);
}

const prefixOf = ({ addressPrefix }: RouteTable['routes'][number]): string => {
  const prefix = parseLoosePrefix(addressPrefix);
  return prefix ? formatPrefix(prefix) : addressPrefix.toLowerCase();
};

/** All but the first, where all lead to the same place; which of several is meant nobody can tell. */
function withoutDoubles(table: RouteTable, same: RouteTable['routes']): Fix | undefined {
  const hops = new Set(same.map((one) => `${one.nextHopType} ${one.nextHopIpAddress ?? ''}`));
  const doubles = same.slice(1);
  if (hops.size > 1) return undefined;
  return {
    title: `Remove ${listed(doubles.map(({ name }) => name))}`,
    changes: doubles.map(({ name }) => `Remove route ${name} from ${table.name}`),
    apply: (before: Design) =>
      edits.updateResource(before, table.id, 'route-table', {
        routes: table.routes.filter((one) => !doubles.includes(one)),
      }),
  };
}

export const conflictingEntries = defineRule({
  id: 'conflicting-entries',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Azure refuses two entries that conflict',
  holds: 'No two security rules of a direction have one priority, and no two routes of a table one prefix',
  remedy: 'Give each rule of a direction a priority of its own, and each route a prefix of its own.',
  messages: {
    priority: (f: { group: string; rules: readonly string[]; priority: number }) =>
      `${listed(f.rules)} of ${f.group} have the priority ${f.priority} in one direction`,
    prefix: (f: { table: string; routes: readonly string[]; prefix: string }) =>
      `${listed(f.routes)} of ${f.table} are for the same prefix, ${f.prefix}`,
  },

  *check({ design }) {
    for (const group of shownOfKind(design, 'network-security-group')) {
      const { id, securityRules } = group;
      const keyOf = ({ direction, priority }: SecurityRule) => `${direction} ${priority}`;
      const conflicts = sharing(securityRules, keyOf);
      if (conflicts.length === 0 && securityRules.length > 1)
        yield passed(id, `${securityRules.length} rules, each with a priority of its own`);
      for (const same of conflicts)
        yield {
          at: id,
          message: 'priority',
          facts: {
            group: labelOf(design, id),
            rules: same.map(({ name }) => name).sort(inOrder),
            priority: same[0]?.priority ?? 0,
          },
          evidence: flatMapped(same, (one) => `${one.direction} ${one.priority} ${one.name}: ${one.access}`),
        };
    }
    for (const table of shownOfKind(design, 'route-table')) {
      const conflicts = sharing(table.routes, prefixOf);
      if (conflicts.length === 0 && table.routes.length > 1)
        yield passed(table.id, `${table.routes.length} routes, each for a prefix of its own`);
      for (const same of conflicts)
        yield {
          at: table.id,
          message: 'prefix',
          facts: {
            table: labelOf(design, table.id),
            routes: same.map(({ name }) => name).sort(inOrder),
            prefix: same[0]?.addressPrefix ?? '',
          },
          evidence: same.map(
            (one) => `${one.name}: ${one.addressPrefix} to ${one.nextHopIpAddress ?? one.nextHopType}`,
          ),
          fix: withoutDoubles(table, same),
        };
    }
  },
});
