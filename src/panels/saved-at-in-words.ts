const day = 24 * 60 * 60 * 1000;
const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);

/** `Today, 09:41`, `Yesterday`, `20 November`. */
export const savedAtInWords = (savedAt: number, now: number): string => {
  const days = Math.round((startOfDay(now) - startOfDay(savedAt)) / day);
  if (days === 0)
    return `Today, ${new Date(savedAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
  if (days === 1) return 'Yesterday';
  const isThisYear = new Date(savedAt).getFullYear() === new Date(now).getFullYear();
  return new Date(savedAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
};
