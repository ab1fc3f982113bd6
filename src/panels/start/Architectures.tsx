import { useState } from 'react';
import type { Blueprint } from '#blueprints';
import { onUse } from '#ui';
import { BlueprintGallery } from './BlueprintGallery.tsx';
import { Exercises } from './Exercises.tsx';

const BlueprintDetails = onUse(async () => (await import('./BlueprintDetails.tsx')).BlueprintDetails);

/** Everything that is made from blueprints; loaded after the page stands, because of what they bring with them. */
export function Architectures() {
  const [opened, setOpened] = useState<Blueprint>();
  const [last, setLast] = useState<Blueprint>();
  const open = (blueprint: Blueprint) => {
    setLast(blueprint);
    setOpened(blueprint);
  };
  return opened ? (
    <BlueprintDetails key={opened.id} blueprint={opened} onOpen={open} onClose={() => setOpened(undefined)} />
  ) : (
    <>
      <BlueprintGallery focused={last} onOpen={open} />
      <Exercises />
    </>
  );
}
