/** Of the panel at the right, which opens when something is chosen; in CSS pixels. */
export const inspectorWidth = 320;
/** On these pages it lies over the canvas, else it takes its width of the canvas and of what is below. */
export const inspectorLiesOver = '(max-width: 1199px)';
