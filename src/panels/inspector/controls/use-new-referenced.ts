import { addReferenced, creatableFor } from '#commands';
import type { ResourceKind } from '#model';
import { useAppState, useCommandContext } from '#ui';
import { useInspected, useInspectedResource } from '../inspected.ts';

/** New resources that a property of the inspected resource could name, and how one is made; none for parts of a list. */
export function useNewReferenced(path: string, kinds: readonly ResourceKind[], isList: boolean) {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const holder = useInspectedResource();
  const isOwn = useInspected().path === '' && !path.includes('.');
  return {
    creatable: isOwn && holder ? creatableFor(design, holder, kinds) : [],
    create: (kind: ResourceKind) => {
      if (holder) addReferenced(context, holder.id, path, kind, isList);
    },
  };
}
