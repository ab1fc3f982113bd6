/** A priority above every rule that could deny, and that no rule of the direction has. */
export function freePriority(
  rules: readonly { readonly priority: number; readonly direction: string; readonly access: string }[],
  direction: 'Inbound' | 'Outbound',
): number {
  const own = rules.filter((rule) => rule.direction === direction);
  const taken = new Set(own.map(({ priority }) => priority));
  const firstDeny = Math.min(
    4097,
    ...own.filter(({ access }) => access === 'Deny').map(({ priority }) => priority),
  );
  for (let priority = Math.min(firstDeny - 1, 4000); priority >= 100; priority -= 1)
    if (!taken.has(priority)) return priority;
  return 100;
}
