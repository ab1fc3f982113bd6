import { createContext, useContext } from 'react';
import { type Detail, type Level, levelAt } from '#drawing';

/** How much nodes show of themselves; set once for all of them, so that a step of the view asks none. */
export const DetailContext = createContext<Detail>('full');

export const useDetail = (): Detail => useContext(DetailContext);

/** How large that is: apart, since of what is painted together no node has to know. */
export const LevelContext = createContext<Level>(levelAt(1));

export const useLevel = (): Level => useContext(LevelContext);
