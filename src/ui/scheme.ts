import { useSyncExternalStore } from 'react';
import type { Scheme } from '#drawing';

/** The attribute of the page that says which colours are in force. */
export const schemeAttribute = 'data-scheme';

const current = (): Scheme =>
  document.documentElement.getAttribute(schemeAttribute) === 'dark' ? 'dark' : 'light';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: [schemeAttribute] });
  return () => observer.disconnect();
}

/** The scheme in force. */
export const useScheme = (): Scheme => useSyncExternalStore(subscribe, current);
