import { useStore } from '@xyflow/react';
import type { CSSProperties } from 'react';

/** Nothing clickable is smaller on screen, in CSS pixels. */
const reach = 24;

/** The reach of a finding's marker in units of the drawing, as a custom property for the canvas. */
export function useReach(): CSSProperties {
  const units = useStore((state) => Math.ceil(reach / Math.min(state.transform[2], 1)));
  return { '--canvas-reach': `${units}px` } as CSSProperties;
}
