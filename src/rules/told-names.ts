const endsInName = /[\p{L}\p{N}_.-]$/u;
const startsInName = /^[\p{L}\p{N}_-]|^\.[\p{L}\p{N}_]/u;

/** Whether a text tells a name, whole and not as a part of another, in whichever case. */
export function isTold(text: string, name: string): boolean {
  const pieces = text.toLowerCase().split(name.toLowerCase());
  return pieces
    .slice(1)
    .some((after, at) => !endsInName.test(pieces[at]?.slice(-1) ?? '') && !startsInName.test(after));
}
