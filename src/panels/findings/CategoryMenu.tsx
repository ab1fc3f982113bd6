import type { Category } from '#rules';
import { Menu, MenuItem } from '#ui';

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
  <Menu anchor={anchor} onClose={onClose}>
    <MenuItem aria-current={chosen === undefined} onClick={() => onChoose(undefined)}>
      All topics
    </MenuItem>
    {present.map((one) => (
      <MenuItem key={one} aria-current={chosen === one} onClick={() => onChoose(one)}>
        {one}
      </MenuItem>
    ))}
  </Menu>
);
