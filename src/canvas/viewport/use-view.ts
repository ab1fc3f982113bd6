import { type ReactFlowInstance, useReactFlow, useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import type { Viewport } from './fitting.ts';
import { moveDuration } from './motion.ts';
import { type Transition, underWay } from './transition.ts';

/** The view as it will be once it rests, so that what follows a move in the same moment starts from its end. */
export interface View {
  /** What is shown, or about to be. */
  readonly current: () => Viewport;
  /** Goes there, in so many milliseconds or as long as a jump takes. */
  readonly go: (viewport: Viewport, milliseconds?: number) => void;
}

/**
 * A view that goes where `setViewport` leads, by transitions of what `groundOf` finds: what is about to be is so for as long
 * as its own transition runs, since a busy page begins that late, and a hand ends it early.
 */
export function viewOf(
  { getViewport, setViewport }: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  groundOf: () => Element | null | undefined,
): View {
  let ahead: { readonly to: Viewport; readonly by: Transition } | undefined;
  return {
    current: () => (ahead && underWay(groundOf()) === ahead.by ? ahead.to : getViewport()),
    go: (to, milliseconds) => {
      void setViewport(to, { duration: moveDuration(milliseconds) });
      const by = underWay(groundOf());
      ahead = by && { to, by };
    },
  };
}

export function useView(): View {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(
    () => viewOf(flow, () => store.getState().domNode?.querySelector('.react-flow__renderer')),
    [flow, store],
  );
}
