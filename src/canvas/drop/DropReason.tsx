import { Icon } from '#ui';
import type { DropTarget } from './target.ts';

/** Why what is dragged may not lie where it is; in a fixed place, because the reason is longer than a subnet is wide. */
export function DropReason({ target: { verdict } }: { target: DropTarget }) {
  if (verdict?.outcome !== 'refused') return null;
  return (
    <div className="canvas-drop-reason" aria-hidden="true">
      <Icon icon="blocked" size={16} />
      {verdict.reason}
    </div>
  );
}
