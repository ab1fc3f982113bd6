import { lazy, Suspense } from 'react';

const load = async () => ({ default: (await import('./Planner.tsx')).Planner });
const Planner = lazy(load);

/** Fetches the planner, and the architectures with it, ahead of their first use. */
export const warmPlanner = (): void => {
  // What fails is asked for again when it is opened.
  load().catch(() => undefined);
};

/** The planner, loaded when it is opened. */
export const PlannerScreen = () => (
  <Suspense fallback={null}>
    <Planner />
  </Suspense>
);
