/**
 * Whether a rule's host pattern covers a host. A wildcard is only ever leftmost: `*.x.com` covers `a.x.com` and
 * `*.y.x.com`, but not `x.com`; `*` covers all. A lone host never covers a wildcard.
 */
export const hostCovers = (pattern: string, host: string): boolean => {
  const rule = pattern.trim().toLowerCase();
  const wanted = host.toLowerCase();
  if (rule === '*' || rule === wanted) return true;
  return rule.startsWith('*') && wanted.length > rule.length - 1 && wanted.endsWith(rule.slice(1));
};

/** The host of a URL filter such as `www.example.com/path/*`, with or without a scheme. */
export const hostOfUrl = (url: string): string => url.replace(/^[a-z]+:\/\//i, '').split(/[/:]/)[0] ?? '';
