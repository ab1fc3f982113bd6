import type { LegalPlace } from '#commands';
import { findResource, kinds, type ResourceKind } from '#model';
import { Menu, MenuItem, paint, ResourceTile, styled, useAppState, useCommandContext } from '#ui';
import { addTo } from '../add-to.ts';
import { placesNear } from './places-near.ts';

const Quiet = styled('p')({ margin: 0, padding: '4px 8px', maxWidth: 260, fontSize: 12, color: paint('t2') });

/** The containers that may hold the kind, that of the selection first. */
export function PlaceMenu({
  kind,
  anchor,
  onAdd,
  onClose,
}: {
  kind: ResourceKind;
  anchor: HTMLElement;
  onAdd: () => void;
  onClose: () => void;
}) {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const selection = useAppState((state) => state.selection);
  const places = placesNear(kind, design, selection);
  const add = (place: LegalPlace) => {
    onClose();
    void addTo(context, kind, place).then(() => context.browser.focus('canvas'));
    onAdd();
  };
  const { title, parents } = kinds[kind];
  return (
    <Menu
      isBeside
      anchor={anchor}
      label={`Where to add ${title}`}
      style={{ marginLeft: 6 }}
      onClose={onClose}
    >
      {places.length === 0 ? (
        <Quiet>
          {title} lies in {parents.map((parent) => `a ${kinds[parent].title.toLowerCase()}`).join(' or ')}.
          Add one first.
        </Quiet>
      ) : null}
      {places.length === 0
        ? parents.flatMap((parent) => {
            const [place] = placesNear(parent, design, selection);
            return place ? (
              <MenuItem
                key={parent}
                onClick={() => {
                  onClose();
                  void addTo(context, parent, place).then(() => context.browser.focus('canvas'));
                }}
              >
                <ResourceTile kind={parent} size={20} />
                Add a {kinds[parent].title.toLowerCase()}
              </MenuItem>
            ) : (
              []
            );
          })
        : null}
      {places.map((place) => {
        const container = findResource(design, place.attachTo ?? place.parent);
        return (
          <MenuItem
            key={`${place.parent}${place.newSubnetName ?? ''}${place.attachTo ?? ''}`}
            onClick={() => add(place)}
          >
            {container ? <ResourceTile kind={container.kind} size={20} /> : null}
            {place.title}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
