import { moveSeveralTo, placesToMoveAll } from '#commands';
import { placeName } from '#drawing';
import { Choice } from '#material';
import { findResource, type Resource, type ResourceId } from '#model';
import { ResourceTile, useAppState, useCommandContext } from '#ui';
import { Absent, QuietSelect, Reason } from '../controls/quiet.ts';
import { Section } from '../Section.tsx';

const nothing = ' ';

/** The containers that may take all of what is selected; choosing one moves everything there. */
export function MoveSeveral({ resources }: { resources: readonly Resource[] }) {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const places = placesToMoveAll(design, resources);
  if (places.length === 0) return null;
  const parents = new Set(resources.map(({ parent }) => parent));
  const [parent] = parents;
  const home = parents.size === 1 ? findResource(design, parent) : undefined;
  return (
    <Section title="Lies in">
      <div style={{ padding: '0 8px' }}>
        <QuietSelect
          value={nothing}
          inputProps={{ 'aria-label': 'Lies in' }}
          renderValue={() => (home ? placeName(home) : <Absent>Different places</Absent>)}
          onChange={({ target }) => {
            if (target.value !== nothing)
              moveSeveralTo(
                context,
                resources.map(({ id }) => id),
                target.value as ResourceId,
              );
          }}
        >
          <Choice value={nothing}>
            <Absent>{home ? placeName(home) : 'Where they are'}</Absent>
          </Choice>
          {places.map((place) => (
            <Choice key={place.id} value={place.id}>
              <ResourceTile kind={place.kind} size={18} />
              {placeName(place)}
              <Reason>{findResource(design, place.parent)?.name}</Reason>
            </Choice>
          ))}
        </QuietSelect>
      </div>
    </Section>
  );
}
