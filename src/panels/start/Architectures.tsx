import { useState } from 'react';
import { onUse } from '#ui';
import { ArchitectureGallery } from './ArchitectureGallery.tsx';
import { Exercises } from './Exercises.tsx';
import type { Gallery } from './gallery.ts';

const BlueprintDetails = onUse(async () => (await import('./BlueprintDetails.tsx')).BlueprintDetails);

/** What can be opened without a file. */
export function Architectures({ gallery: { architectures, exercises } }: { gallery: Gallery }) {
  const [opened, setOpened] = useState<string>();
  const [last, setLast] = useState<string>();
  const open = (id: string) => {
    setLast(id);
    setOpened(id);
  };
  return opened === undefined ? (
    <>
      <ArchitectureGallery architectures={architectures} focused={last} onOpen={open} />
      <Exercises exercises={exercises} />
    </>
  ) : (
    <BlueprintDetails key={opened} id={opened} onOpen={open} onClose={() => setOpened(undefined)} />
  );
}
