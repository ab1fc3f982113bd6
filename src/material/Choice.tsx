import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';
import { Icon } from '#ui';

/** One of what a `Select` offers; that in force has a tick. */
export const Choice = ({ children, ...props }: MenuItemProps) => (
  <MenuItem {...props}>
    {children}
    {props.selected ? (
      <span style={{ marginLeft: 'auto', paddingLeft: 8 }}>
        <Icon icon="check" size={14} />
      </span>
    ) : null}
  </MenuItem>
);
