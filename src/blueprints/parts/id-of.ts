import type { ResourceId } from '#model';

const half = (text: string, seed: number): number => {
  let state = seed;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state ^ (state >>> 15)) >>> 0;
};

/**
 * The id of a part by the role that it plays, e.g. `hub/firewall`: opaque, and the same in every architecture and
 * adaptation, so that layouts, acceptances and comparisons hold.
 */
export const idOf = (role: string): ResourceId =>
  (half(role, 0x811c9dc5).toString(16).padStart(8, '0') +
    half(role, 0x9e3779b9).toString(16).padStart(8, '0').slice(4)) as ResourceId;
