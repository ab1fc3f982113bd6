import { categoryOf, iconOf } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { Icon, Pressable, paint, styled, useAppState } from '#ui';
import { useGoTo } from '../use-go-to.ts';

const Badge = styled(Pressable)({
  minHeight: 24,
  minWidth: 0,
  padding: '0 6px',
  gap: 5,
  borderRadius: 5,
  fontFamily: 'inherit',
  fontSize: 11,
  fontWeight: 550,
  '& span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Above the next one, so that it does not cover the ring.
  '&:focus-visible': { zIndex: 1 },
  '&:hover > span': { textDecoration: 'underline', textUnderlineOffset: 2 },
});

/** Another resource by name, in the colour of its kind; a press goes there. */
export function ResourceBadge({ id }: { id: ResourceId }) {
  const goTo = useGoTo();
  const resource = useAppState((state) => findResource(state.design, id));
  if (!resource) return null;
  const category = categoryOf(resource.kind);
  return (
    <Badge
      title={`Go to ${resource.name}`}
      aria-label={`Go to ${resource.name}`}
      onClick={() => goTo(resource.id)}
      style={{ color: paint(category), backgroundColor: paint(`${category}-tint`) }}
    >
      <Icon icon={iconOf(resource.kind)} size={12} />
      <span>{resource.name}</span>
    </Badge>
  );
}
