import { useMemo } from 'react';
import { Material } from '#material';
import { findNote, findResource, type Resource } from '#model';
import { onUse, useAppState } from '#ui';
import { AddressSection } from './AddressSection.tsx';
import { ConnectCard } from './ConnectCard.tsx';
import { Contents, Users } from './Contents.tsx';
import { EffectiveSection } from './effective/EffectiveSection.tsx';
import { FindingCards } from './FindingCards.tsx';
import { Head } from './Head.tsx';
import { InspectedContext } from './inspected.ts';
import { NoteInspector } from './NoteInspector.tsx';
import { OriginAndTags, Properties } from './Properties.tsx';
import { Body, keepSelected, Panel } from './panel.ts';
import { RequiredOutbound } from './RequiredOutbound.tsx';
import { useStillPointer } from './use-still-pointer.ts';

const SeveralInspector = onUse(
  async () => (await import('./several/SeveralInspector.tsx')).SeveralInspector,
  { meanwhile: <Panel data-region="right" aria-label="Inspector" /> },
);

/** What is selected: one thing with all that is known of it, or several together. */
export function Inspector() {
  const design = useAppState((state) => state.design);
  const selected = useAppState((state) => state.selected);
  const resources = selected.flatMap((id) => findResource(design, id) ?? []);
  const notes = selected.flatMap((id) => findNote(design, id) ?? []);
  return (
    <Material>
      {resources.length + notes.length < 2 ? (
        <OneInspector />
      ) : (
        <SeveralInspector resources={resources} notes={notes} />
      )}
    </Material>
  );
}

/** The selected resource or note: what is wrong with it, what it is, what takes effect in it. */
function OneInspector() {
  const resource = useAppState((state) => findResource(state.design, state.selection));
  const note = useAppState((state) => findNote(state.design, state.selection));
  const id = resource?.id;
  const inspected = useMemo(() => id && { resource: id, path: '' }, [id]);
  if (!resource) return note ? <NoteInspector key={note.id} note={note} /> : null;
  return (
    <InspectedContext value={inspected}>
      <ResourceInspector key={resource.id} resource={resource} />
    </InspectedContext>
  );
}

function ResourceInspector({ resource }: { resource: Resource }) {
  return (
    <Panel
      data-region="right"
      data-focus="inspector"
      tabIndex={-1}
      aria-label={`Inspector of ${resource.name}`}
      onKeyDown={keepSelected}
      onClickCapture={useStillPointer()}
    >
      <Head resource={resource} />
      <Body>
        <ConnectCard resource={resource} />
        <FindingCards resource={resource.id} />
        {resource.kind === 'subnet' ? <AddressSection subnet={resource.id} /> : null}
        <Contents resource={resource} />
        <Properties resource={resource} />
        <Users resource={resource} />
        <RequiredOutbound resource={resource} />
        <EffectiveSection resource={resource} />
        {resource.kind === 'internet' ? null : <OriginAndTags resource={resource} />}
      </Body>
    </Panel>
  );
}
