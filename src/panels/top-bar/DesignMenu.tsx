import { useState } from 'react';
import { Icon, IconButton } from '#ui';
import { DesignMenuList } from '../parts.tsx';

/** Opens what can be done with the design as a whole. */
export function DesignMenu() {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        size="small"
        aria-label="Design menu"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        style={{ marginLeft: -4 }}
      >
        <Icon icon="chevron-down" size={14} />
      </IconButton>
      <DesignMenuList anchor={anchor} onClose={() => setAnchor(undefined)} />
    </>
  );
}
