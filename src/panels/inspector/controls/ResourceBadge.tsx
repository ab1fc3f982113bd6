import { categoryOf, iconOf } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { Icon, Pressable, paint, styled, useAppState } from '#ui';
import { useGoTo } from '../use-go-to.ts';

const Badge = styled(Pressable)({
  minHeight: 24,
  minWidth: 0,
  padding: '1px 4px 1px 5px',
  gap: 4,
  // As high as a finger needs, painted so that there is room between two of them.
  border: '2px solid transparent',
  borderWidth: '2px 0',
  borderRadius: '5px / 7px',
  backgroundClip: 'padding-box',
  fontFamily: 'inherit',
  fontSize: 11,
  lineHeight: '14px',
  fontWeight: 550,
  textAlign: 'left',
  '& > svg': { flex: 'none' },
  maxWidth: '100%',
  // On one line; the whole name is in its title.
  '& span': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Clear of the lines above and below, and above the next one.
  '&:focus-visible': { zIndex: 1, outlineOffset: 0 },
  // Colours of one's own show what is transparent.
  '@media (forced-colors: active)': {
    borderColor: 'Canvas',
    outline: '1px solid CanvasText',
    outlineOffset: -2,
  },
  '@media (pointer: coarse)': { minHeight: 32 },
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
