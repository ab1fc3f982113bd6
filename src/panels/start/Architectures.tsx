import { useState } from 'react';
import type { Adaptation } from '#blueprints';
import { onUse } from '#ui';
import { ArchitectureGallery } from './ArchitectureGallery.tsx';
import { Exercises } from './Exercises.tsx';
import type { Gallery } from './gallery.ts';

const BlueprintDetails = onUse(async () => (await import('./BlueprintDetails.tsx')).BlueprintDetails);

/** What can be opened without a file. */
export function Architectures({ gallery: { architectures, exercises } }: { gallery: Gallery }) {
  const [opened, setOpened] = useState<{ readonly id: string; readonly chosen?: Adaptation }>();
  const [last, setLast] = useState<string>();
  const open = (id: string, chosen?: Adaptation) => {
    setLast(id);
    setOpened({ id, ...(chosen ? { chosen } : {}) });
  };
  return opened === undefined ? (
    <>
      <ArchitectureGallery architectures={architectures} focused={last} onOpen={(id) => open(id)} />
      <Exercises exercises={exercises} />
    </>
  ) : (
    <BlueprintDetails
      key={opened.id}
      id={opened.id}
      chosen={opened.chosen}
      onOpen={open}
      onClose={() => setOpened(undefined)}
    />
  );
}
