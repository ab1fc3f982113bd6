import { isFixableError, toggleFindings } from '#commands';
import { CommandTooltip, Icon, IconButton, paint, styled, useAppState, useCommand } from '#ui';
import { HeightHandle } from '../parts.tsx';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingList } from './FindingList.tsx';
import { FixAllButton } from './FixAllButton.tsx';

const Panel = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  height: 0,
  // What is said below takes of the list, not of the drawing.
  '&:not(:last-child)': { minHeight: 43 },
  minWidth: 0,
  position: 'relative',
  backgroundColor: paint('panel'),
  borderTop: `1px solid ${paint('line')}`,
});
const Header = styled('div')({
  flex: 'none',
  height: 42,
  padding: '0 12px 0 14px',
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minWidth: 0,
});
const Title = styled('h2')({ margin: 0, fontSize: 13, lineHeight: '18px', fontWeight: 650 });
const Filters = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  minWidth: 0,
  flex: 1,
  overflowX: 'auto',
  scrollbarWidth: 'none',
  // Room for the rings of what has the focus.
  padding: '5px 4px',
  containerType: 'inline-size',
  // Of many filters that stand in little room, signs and figures are seen.
  '@container (max-width: 560px)': {
    '&:has(> :nth-child(7)) .word': { position: 'absolute', clipPath: 'inset(50%)' },
  },
  '@container (max-width: 720px)': {
    '&:has(> :nth-child(8)) .word': { position: 'absolute', clipPath: 'inset(50%)' },
  },
});
const Fold = styled(IconButton)({ '&[aria-expanded=false] svg': { transform: 'rotate(180deg)' } });

/** Every finding, what was not decided and what passed; jumps to the canvas and back. */
export function FindingsPanel({
  onMeasured,
}: {
  /** Told the height of all rows in CSS pixels, once they are laid out and when it changes, and what they take now. */
  onMeasured: (height: number, now: number) => void;
}) {
  const isOpen = useAppState((state) => state.isFindingsOpen);
  const designKey = useAppState((state) => state.designKey);
  const fixable = useAppState((state) => state.result.findings.filter(isFixableError).length);
  const isOfPassed = useAppState((state) => state.severityFilter === 'passed');
  const toggle = useCommand(toggleFindings);
  return (
    <Panel data-region="below" data-is-listing={isOpen} tabIndex={-1} aria-label="Findings">
      <Header>
        <Title>Findings</Title>
        <Filters>
          <FindingFilters />
        </Filters>
        {fixable > 1 && !isOfPassed ? <FixAllButton count={fixable} /> : null}
        <CommandTooltip command={toggleFindings}>
          <Fold
            aria-label={isOpen ? 'Hide the findings' : 'Show the findings'}
            aria-expanded={isOpen}
            onClick={toggle.run}
          >
            <Icon icon="chevron-down" size={16} />
          </Fold>
        </CommandTooltip>
      </Header>
      {isOpen ? <FindingList key={designKey} onMeasured={onMeasured} /> : null}
      {/* Last: the way into the region is not this. */}
      {isOpen ? <HeightHandle /> : null}
    </Panel>
  );
}
