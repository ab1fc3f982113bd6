import { findResource, kinds, type ResourceId } from '#model';
import { labelOf } from '#rules';
import { Pressable, paint, ResourceTile, styled, useAppState, useAppStore } from '#ui';
import { wholeSteps } from './whole-names.ts';

const Link = styled(Pressable)({
  justifyContent: 'flex-start',
  gap: 6,
  minHeight: 26,
  padding: '2px 5px',
  margin: '0 -5px',
  minWidth: 0,
  borderRadius: 6,
  fontFamily: 'inherit',
  fontSize: 12,
  fontWeight: 450,
  lineHeight: '16px',
  textAlign: 'left',
  '& > span:last-child': { minWidth: 0, overflowWrap: 'anywhere' },
  '&:hover': { backgroundColor: paint('hover') },
});

/** A resource by icon and name, with its container's where another bears the same; a click brings it into view. */
export function ObjectButton({ id }: { id: ResourceId | undefined }) {
  const store = useAppStore();
  const resource = useAppState((state) => findResource(state.design, id));
  const label = useAppState((state) => labelOf(state.design, id));
  if (!resource) return <span />;
  return (
    <Link
      title={`${label}, ${kinds[resource.kind].title}`}
      onClick={() => store.getState().jumpTo(resource.id)}
    >
      <ResourceTile kind={resource.kind} size={18} />
      <span>{wholeSteps(label)}</span>
    </Link>
  );
}
