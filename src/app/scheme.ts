export const schemeAttribute = 'data-scheme';
export const schemeKey = 'isoplan-scheme';
const toggled = 'isoplan:toggle-scheme';

/** Sets the scheme before the first paint: the page's policy forbids the inline script that usually does. */
export function applyStoredScheme(): void {
  let stored: string | null = null;
  try {
    stored = window.localStorage.getItem(schemeKey);
  } catch {
    // A browser without storage follows the system.
  }
  const isDark =
    stored === 'dark' || (stored !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute(schemeAttribute, isDark ? 'dark' : 'light');
}

/** Tells the theme to change over; it alone knows which scheme is in force. */
export const toggleScheme = (): void => void window.dispatchEvent(new Event(toggled));

export const onToggleScheme = (listener: () => void): (() => void) => {
  window.addEventListener(toggled, listener);
  return () => window.removeEventListener(toggled, listener);
};
