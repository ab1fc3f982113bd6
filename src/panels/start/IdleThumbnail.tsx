import { useEffect, useState } from 'react';
import type { Design } from '#model';
import { essenceOf } from './essence.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { whenIdle } from './when-idle.ts';

/** A thumbnail whose drawing waits until the page is idle: many of them must not hold up the first click. */
export function IdleThumbnail({ build }: { build: () => Design }) {
  const [design, setDesign] = useState<Design>();
  useEffect(() => whenIdle(() => setDesign(essenceOf(build()))), [build]);
  return design ? <Thumbnail design={design} isSketch /> : null;
}
