import type { Scheme } from '#drawing';
import { schemeAttribute } from '#ui';

const storageKey = 'isoplan-scheme';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const page = document.documentElement;

/** What was chosen by hand; without a choice the scheme is that of the system. */
function chosen(): Scheme | undefined {
  try {
    const stored = window.localStorage.getItem(storageKey);
    return stored === 'dark' || stored === 'light' ? stored : undefined;
  } catch {
    // A browser without storage follows the system.
    return undefined;
  }
}

const apply = (scheme: Scheme): void => page.setAttribute(schemeAttribute, scheme);

const applyChosen = (): void => apply(chosen() ?? (prefersDark.matches ? 'dark' : 'light'));

/** Sets the scheme before the first paint, and keeps to the system and to what is chosen in another tab. */
export function startScheme(): void {
  applyChosen();
  prefersDark.addEventListener('change', applyChosen);
  window.addEventListener('storage', ({ key }) => {
    if (key === storageKey) applyChosen();
  });
}

/** Changes over, and keeps the choice. */
export function toggleScheme(): void {
  const scheme: Scheme = page.getAttribute(schemeAttribute) === 'dark' ? 'light' : 'dark';
  apply(scheme);
  try {
    window.localStorage.setItem(storageKey, scheme);
  } catch {
    // It lasts until the page is left.
  }
}
