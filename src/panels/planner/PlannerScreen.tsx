import { lazy, Suspense } from 'react';

const Planner = lazy(async () => ({ default: (await import('./Planner.tsx')).Planner }));

/** The planner, loaded when it is opened. */
export const PlannerScreen = () => (
  <Suspense fallback={null}>
    <Planner />
  </Suspense>
);
