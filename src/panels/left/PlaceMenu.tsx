import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { addNewResource, type LegalPlace, legalPlaces } from '#commands';
import { ancestorsOf, findResource, kinds, type ResourceKind } from '#model';
import { paint, ResourceTile, useAppState, useAppStore, useCommandContext } from '#ui';

const Quiet = styled('li')({ padding: '4px 8px', maxWidth: 260, fontSize: 12, color: paint('t2') });

/** The containers that may hold the kind, that of the selection first. */
export function PlaceMenu({
  kind,
  anchor,
  onClose,
}: {
  kind: ResourceKind;
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const store = useAppStore();
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const selection = useAppState((state) => state.selection);
  const near = new Set(
    selection === undefined ? [] : [selection, ...ancestorsOf(design, selection).map((one) => one.id)],
  );
  const places = [...legalPlaces(kind, design)].sort(
    (a, b) =>
      Number(b.parent !== undefined && near.has(b.parent)) -
      Number(a.parent !== undefined && near.has(a.parent)),
  );
  const add = (place: LegalPlace) => {
    onClose();
    const refusal = addNewResource(context, kind, place);
    const { selection: added, jumpTo, setView } = store.getState();
    if (refusal !== undefined) setView({ notice: { tone: 'warning', title: refusal } });
    else if (added) jumpTo(added);
  };
  const { title, parents } = kinds[kind];
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: { sx: { ml: 1.5, maxHeight: 420 } },
        list: { 'aria-label': `Where to add ${title}` },
      }}
    >
      {places.length === 0 ? (
        <Quiet>
          {title} lies in {parents.map((parent) => `a ${kinds[parent].title.toLowerCase()}`).join(' or ')}.
          Add one first.
        </Quiet>
      ) : null}
      {places.map((place) => {
        const container = findResource(design, place.parent);
        return (
          <MenuItem
            key={`${place.parent}${place.newSubnetName ?? ''}`}
            onClick={() => add(place)}
            sx={{ gap: 2 }}
          >
            {container ? <ResourceTile kind={container.kind} size={20} /> : null}
            {place.title}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
