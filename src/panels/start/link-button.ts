import { Pressable, paint, styled } from '#ui';

/** Words in a line that lead to another part of the page. */
export const LinkButton = styled(Pressable)({
  font: 'inherit',
  fontWeight: 550,
  textAlign: 'inherit',
  verticalAlign: 'baseline',
  color: paint('you'),
});
