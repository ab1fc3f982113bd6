import { createContext, useContext } from 'react';
import type { Detail } from './compact-shapes.ts';

/** How much nodes show of themselves; set once for all of them, so that a step of the view asks none. */
export const DetailContext = createContext<Detail>('full');

export const useDetail = (): Detail => useContext(DetailContext);
