import { createContext, useContext } from 'react';

/** Whether nodes show their tile alone; set once for all of them, so that a step of the view asks none. */
export const CompactContext = createContext(false);

export const useIsCompact = (): boolean => useContext(CompactContext);
