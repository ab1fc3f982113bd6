import { useState } from 'react';
import { type Category, categories } from '#rules';
import { FilterChip, Icon, paint, styled, useAppState, useAppStore, useMedia } from '#ui';
import { CategoryMenu } from '../parts.tsx';

/** From this width on a few parts stand side by side; else they are a menu. */
const roomForChips = '(min-width: 1560px)';
const mostChips = 4;

const Divider = styled('span')({
  width: 1,
  height: 18,
  flex: 'none',
  margin: '0 4px',
  backgroundColor: paint('line'),
});

/** Filter by part of the checklist; only parts that have findings. */
export function CategoryFilter() {
  const store = useAppStore();
  const findings = useAppState((state) => state.result.findings);
  const chosen = useAppState((state) => state.categoryFilter);
  const hasRoom = useMedia(roomForChips);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const present = categories.filter(
    (one) => one === chosen || findings.some((finding) => finding.category === one),
  );
  const choose = (category: Category | undefined) => {
    setAnchor(undefined);
    store.getState().setView({ categoryFilter: category, isFindingsOpen: true });
  };
  if (present.length < 2 && chosen === undefined) return null;
  if (hasRoom && present.length <= mostChips)
    return (
      <>
        <Divider />
        {present.map((one) => (
          <FilterChip
            key={one}
            isOn={chosen === one}
            onClick={() => choose(chosen === one ? undefined : one)}
          >
            {one}
          </FilterChip>
        ))}
      </>
    );
  return (
    <>
      <Divider />
      <FilterChip
        isOn={chosen !== undefined}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {chosen ?? 'All topics'}
        <Icon icon="chevron-down" size={12} />
      </FilterChip>
      <CategoryMenu
        present={present}
        chosen={chosen}
        anchor={anchor}
        onChoose={choose}
        onClose={() => setAnchor(undefined)}
      />
    </>
  );
}
