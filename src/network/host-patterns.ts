import type { Match } from './tags.ts';

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

/** Host and path of a URL filter, with or without a scheme and a port. */
export const partsOfUrl = (url: string): { readonly host: string; readonly path: string } => {
  const [name = '', ...path] = url.replace(/^[a-z]+:\/\//i, '').split('/');
  return { host: name.split(':')[0] ?? '', path: path.join('/') };
};

/**
 * Whether a URL filter such as `www.example.com/path/*`, with or without a scheme, covers all of a host; `maybe` where
 * it covers a part of its paths.
 */
export const urlHostCovers = (url: string, wanted: string): Match => {
  const { host, path } = partsOfUrl(url);
  if (!hostCovers(host, wanted)) return 'no';
  return path === '*' ? 'yes' : 'maybe';
};
