import { findResource, kinds, type ResourceId } from '#model';
import { labelOf } from '#rules';
import { Pressable, paint, ResourceTile, styled, useAppState, useAppStore } from '#ui';
import { drawnHolderOf } from './drawn-holder.ts';
import { separated } from './whole-names.ts';

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
  // Two lines at most, however long a name is; the whole of it is in the tooltip.
  '& > span:last-child': { minWidth: 0, maxHeight: 32, overflow: 'hidden', overflowWrap: 'anywhere' },
  '& .whole': {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  // What it lies in and its name: a line each where one does not hold both.
  '& .step': {
    display: 'inline-block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    verticalAlign: 'bottom',
  },
  '& .part': { color: paint('t2') },
  '&:hover': { backgroundColor: paint('hover') },
});

/** A resource by icon and name, with its container's where another bears the same; a click brings it into view. */
export function ObjectButton({ id }: { id: ResourceId | undefined }) {
  const store = useAppStore();
  const resource = useAppState((state) => findResource(state.design, id));
  const label = useAppState((state) => labelOf(state.design, id));
  const holder = useAppState((state) => findResource(state.design, drawnHolderOf(state.design, id)));
  if (!resource) return <span />;
  const title = `${label}, ${kinds[resource.kind].title}`;
  const jump = () => store.getState().jumpTo(resource.id);
  if (holder)
    return (
      <Link title={`${holder.name}, rules in ${title}`} onClick={jump}>
        <ResourceTile kind={holder.kind} size={18} />
        <span>
          <span className="step">{separated(holder.name)}</span>{' '}
          <span className="step part">rules in {separated(resource.name)}</span>
        </span>
      </Link>
    );
  const container = label.slice(0, label.length - resource.name.length);
  return (
    <Link title={title} onClick={jump}>
      <ResourceTile kind={resource.kind} size={18} />
      <span>
        {container === '' ? null : <span className="step">{container}</span>}
        <span className={container === '' ? 'whole' : 'step'}>{separated(resource.name)}</span>
      </span>
    </Link>
  );
}
