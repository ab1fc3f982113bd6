/**
 * Moves the focus along a row or a column of controls: to the one before or after the one that has it, round the ends,
 * and to the first or last. Returns whether the key was for that.
 */
export function stepTo(
  controls: ArrayLike<HTMLElement>,
  key: string,
  [back, on]: readonly [back: string, on: string],
): boolean {
  const { length } = controls;
  const at = Array.from(controls).indexOf(document.activeElement as HTMLElement);
  const next = { [back]: at < 0 ? length - 1 : at - 1 + length, [on]: at + 1, Home: 0, End: length - 1 }[key];
  if (next === undefined || length === 0) return false;
  controls[next % length]?.focus();
  return true;
}
