import { useStore } from '@xyflow/react';
import type { CSSProperties } from 'react';

/** Nothing clickable is smaller on screen, in CSS pixels. */
const reach = 24;

const unitsAt = (zoom: number): number => Math.ceil(reach / Math.min(zoom, 1));

/** The reach of a finding's marker in units of the drawing. */
export const useReachUnits = (): number => useStore((state) => unitsAt(state.transform[2]));

/** The same as a custom property for the canvas. */
export const useReach = (): CSSProperties => ({ '--canvas-reach': `${useReachUnits()}px` }) as CSSProperties;
