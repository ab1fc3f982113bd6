import { useState } from 'react';
import type { Resource } from '#model';
import { Icon, IconButton } from '#ui';
import { ResourceMenu } from './ResourceMenu.tsx';

/** Opens what can be done with a resource; `rename` puts the focus where its name is written. */
export function MoreButton({ resource, rename }: { resource: Resource; rename: () => void }) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        aria-label={`More for ${resource.name}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon icon="more" size={18} />
      </IconButton>
      {anchor ? (
        <ResourceMenu
          resource={resource}
          anchor={anchor}
          host={{ rename: () => requestAnimationFrame(rename) }}
          onClose={() => setAnchor(undefined)}
        />
      ) : null}
    </>
  );
}
