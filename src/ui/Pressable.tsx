import type { ComponentProps } from 'react';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

const Root = styled('button')({
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  margin: 0,
  padding: 0,
  border: 0,
  borderRadius: 0,
  outline: 0,
  verticalAlign: 'middle',
  textDecoration: 'none',
  color: 'inherit',
  backgroundColor: 'transparent',
  appearance: 'none',
  cursor: 'pointer',
  userSelect: 'none',
  WebkitUserSelect: 'none',
  WebkitTapHighlightColor: 'transparent',
  // Its ring, too, comes into view.
  scrollMargin: 8,
  '&:focus-visible': { outline: `2px solid ${paint('you')}`, outlineOffset: 2 },
  '&:disabled': { pointerEvents: 'none', cursor: 'default' },
  '&[aria-haspopup=menu][aria-expanded=true]': { backgroundColor: paint('press') },
});

/** A button without a look, to give one to. */
export const Pressable = (props: ComponentProps<'button'>) => <Root type="button" {...props} />;
