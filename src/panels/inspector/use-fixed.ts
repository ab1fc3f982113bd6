import type { Design } from '#model';
import { previewOf } from '#store';
import { useAppState } from '#ui';

/** The design as the fix that is previewed would leave it; nothing while none is. */
export const useFixed = (): Design | undefined => useAppState((state) => previewOf(state)?.fixed.design);
