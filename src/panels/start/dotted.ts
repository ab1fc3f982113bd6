import { paint, styled } from '#ui';

/** A piece of the canvas: what is drawn on it is a picture of a design. */
export const Dotted = styled('span')({
  display: 'block',
  minHeight: 0,
  padding: 10,
  backgroundColor: paint('canvas'),
  backgroundImage: `radial-gradient(circle, ${paint('dot')} 0.8px, transparent 1.2px)`,
  backgroundSize: '20px 20px',
});
