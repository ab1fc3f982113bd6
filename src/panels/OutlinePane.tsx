import { styled } from '@mui/material/styles';
import { paint } from '#ui';
import { Outline } from './outline/Outline.tsx';

const Pane = styled('div')({
  position: 'absolute',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  paddingTop: 12,
  backgroundColor: paint('panel'),
});

/** The outline in the place of the canvas, where that has no room. */
export const OutlinePane = () => (
  <Pane>
    <Outline />
  </Pane>
);
