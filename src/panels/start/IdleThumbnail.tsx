import { keyframes, styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { Design } from '#model';
import { paint } from '#ui';
import { essenceOf } from './essence.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { whenIdle } from './when-idle.ts';

const appear = keyframes({ from: { opacity: 0 } });
const Picture = styled('span')({
  display: 'block',
  height: '100%',
  animation: `${appear} 160ms cubic-bezier(.2, 0, 0, 1)`,
});
const Outlines = styled('svg')({
  display: 'block',
  width: '100%',
  height: '100%',
  fill: 'none',
  stroke: paint('line2'),
  strokeWidth: 1.5,
});

/** A region with so many networks and the services beside them, in outlines: about where the picture will have them. */
function Outline({ networks }: { networks: number }) {
  const lefts = networks > 1 ? [18, 83] : [18];
  const width = networks > 1 ? 51 : 116;
  return (
    <Outlines viewBox="0 0 200 160" aria-hidden="true">
      <rect x={12} y={22} width={176} height={132} rx={6} strokeDasharray="4 4" />
      {lefts.map((x) => (
        <rect key={x} x={x} y={32} width={width} height={116} rx={5} />
      ))}
      {[64, 82, 100, 118].map((y) => (
        <rect key={y} x={146} y={y} width={36} height={11} rx={3} />
      ))}
    </Outlines>
  );
}

/** A thumbnail whose drawing waits until the page is idle: many of them must not hold up the first click. */
export function IdleThumbnail({ build, networks }: { build: () => Design; networks: number }) {
  const [design, setDesign] = useState<Design>();
  useEffect(() => whenIdle(() => setDesign(essenceOf(build()))), [build]);
  return design ? (
    <Picture>
      <Thumbnail design={design} isSketch />
    </Picture>
  ) : (
    <Outline networks={networks} />
  );
}
