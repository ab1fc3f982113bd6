import { Pressable, paint, styled } from '#ui';

/** Another resource in a list: its tile, its name, and a quiet fact; pressing it leads there. */
export const ResourceRow = styled(Pressable)({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr) auto',
  gap: 8,
  height: 26,
  padding: '0 6px',
  borderRadius: 7,
  textAlign: 'left',
  fontFamily: 'inherit',
  fontSize: 12,
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > .fact': { fontSize: 11, color: paint('t2') },
  '&:hover': { backgroundColor: paint('hover') },
});
