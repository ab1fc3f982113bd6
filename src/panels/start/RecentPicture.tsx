import { useEffect, useState } from 'react';
import { type Picture as Drawn, sketchOf } from '#drawing';
import type { RecentDesign } from '#store';
import { Icon, useCommandContext, whenIdle } from '#ui';
import { Picture } from './Picture.tsx';

/** By key and time of the last edit. */
const drawn = new Map<string, Drawn>();

const idle = () => new Promise<void>((resolve) => void whenIdle(resolve));

/** A kept design in small, once the page has nothing else to do. */
export function RecentPicture({ design: { key, savedAt } }: { design: RecentDesign }) {
  const { browser } = useCommandContext();
  const id = `${key} ${savedAt}`;
  const [picture, setPicture] = useState(drawn.get(id));
  useEffect(() => {
    let isWanted = true;
    const draw = async () => {
      if (drawn.has(id)) return;
      await idle();
      const design = isWanted ? await browser.peekDesign(key) : undefined;
      if (!design) return;
      await idle();
      if (!isWanted) return;
      drawn.set(id, sketchOf(design));
      setPicture(drawn.get(id));
    };
    draw().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [browser, key, id]);
  return picture ? <Picture of={picture} /> : <Icon icon="virtual-network" size={22} />;
}
