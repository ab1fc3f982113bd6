import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { paint } from '#ui';

/** Words in a line that lead to another part of the page. */
export const LinkButton = styled(ButtonBase)({
  font: 'inherit',
  fontWeight: 550,
  verticalAlign: 'baseline',
  color: paint('you'),
});
