import { useEffect, useState } from 'react';
import { type Scene, sceneOf } from '#drawing';
import type { Design } from '#model';

/** A design as it is drawn, and what of it is new. */
export interface Drawn {
  readonly scene: Scene;
  readonly added: ReadonlySet<string>;
}

/** Whoever answers without a pause sees a picture no later than this. */
const latestMs = 400;

const nothing: ReadonlySet<string> = new Set();
const known = new WeakMap<Design, Scene>();

function knownScene(design: Design): Scene {
  const scene = known.get(design) ?? sceneOf(design);
  known.set(design, scene);
  return scene;
}

/** Draws a design once the page has answered what was done on it; until then there is what was drawn before. */
export function useDrawn(design: Design, added: ReadonlySet<string> = nothing): Drawn | undefined {
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => {
    const draw = () => setDrawn({ scene: knownScene(design), added });
    const idle = requestIdleCallback(draw, { timeout: latestMs });
    return () => cancelIdleCallback(idle);
  }, [design, added]);
  return drawn;
}
