import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Category } from '#rules';

/** The parts of the checklist, to choose one or all. */
export const CategoryMenu = ({
  present,
  chosen,
  anchor,
  onChoose,
  onClose,
}: {
  present: readonly Category[];
  chosen: Category | undefined;
  anchor: HTMLElement | undefined;
  onChoose: (category: Category | undefined) => void;
  onClose: () => void;
}) => (
  <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={onClose}>
    <MenuItem selected={chosen === undefined} onClick={() => onChoose(undefined)}>
      All parts
    </MenuItem>
    {present.map((one) => (
      <MenuItem key={one} selected={chosen === one} onClick={() => onChoose(one)}>
        {one}
      </MenuItem>
    ))}
  </Menu>
);
