const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-11-23` as `23 November 2026`, or short as `23 Nov 2026`; anything else as it is. */
export function dateInWords(date: string, length: 'long' | 'short' = 'long'): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return date;
  return `${Number(day)} ${length === 'short' ? name.slice(0, 3) : name} ${year}`;
}
