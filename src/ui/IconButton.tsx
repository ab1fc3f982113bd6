import type { ComponentProps } from 'react';
import { Pressable } from './Pressable.tsx';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

const Root = styled(Pressable)({
  flex: 'none',
  width: 28,
  height: 28,
  borderRadius: 7,
  color: paint('t2'),
  transition: 'background-color 150ms',
  '&:where([data-size=small])': { width: 24, height: 24 },
  '&:hover': { backgroundColor: paint('hover'), color: paint('t1') },
  '&:disabled': { color: paint('line3'), opacity: 0.7 },
});

/** A button that is an icon; it needs a name for those who do not see it. */
export const IconButton = ({
  size = 'medium',
  ...props
}: ComponentProps<'button'> & { size?: 'small' | 'medium' }) => <Root data-size={size} {...props} />;
