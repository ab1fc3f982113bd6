const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of a text of ASCII characters; Node and browsers have no common function for it. */
export const base64 = (ascii: string): string => {
  let written = '';
  for (let at = 0; at < ascii.length; at += 3) {
    const [first, second, third] = [at, at + 1, at + 2].map((index) => ascii.charCodeAt(index));
    const bits = ((first ?? 0) << 16) | ((second || 0) << 8) | (third || 0);
    const chars = [18, 12, 6, 0].map((shift) => digits[(bits >> shift) & 63]).join('');
    written += chars.slice(0, Math.min(ascii.length - at, 3) + 1).padEnd(4, '=');
  }
  return written;
};
