import { goToStart, redo, showCommands, showExport, undo } from '#commands';
import {
  Button,
  CommandButton,
  CommandTooltip,
  Icon,
  Keycaps,
  Mark,
  Pressable,
  paint,
  SchemeButton,
  styled,
  useAppState,
  useCommand,
  useHistory,
} from '#ui';
import { Counts } from './Counts.tsx';
import { DesignName } from './DesignName.tsx';
import { GoalsChip } from './GoalsChip.tsx';

const Bar = styled('header')({
  gridArea: 'top',
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '0 16px',
  minWidth: 0,
  backgroundColor: paint('panel'),
  borderBottom: `1px solid ${paint('line')}`,
  // Enlarged to twice its size, the screen has room for signs alone.
  '@media (max-width: 759px)': {
    gap: 4,
    '& .sign-alone': {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  // The name is told by nothing else; undo and redo have their keys and are in the palette.
  '@media (max-width: 559px)': { padding: '0 10px', '& .history, & .calm': { display: 'none' } },
});
const History = styled('span')({ display: 'flex', alignItems: 'center', gap: 'inherit', flex: 'none' });
const Divider = styled('span')({
  width: 1,
  height: 20,
  margin: '0 6px',
  flex: 'none',
  backgroundColor: paint('line'),
});
const Home = styled(Pressable)({
  gap: 10,
  height: 28,
  padding: '0 4px',
  margin: '0 -4px',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 14,
  fontWeight: 650,
  flex: 'none',
  // Clear of the slash.
  '&:focus-visible': { outlineOffset: -2 },
  '@media (max-width: 999px)': { '& .word': { display: 'none' } },
});
// The ring of a name that is being written keeps clear of it.
const Slash = styled('span')({ marginRight: 2, color: paint('line3'), fontSize: 16, fontWeight: 300 });
const Search = styled(Pressable)({
  height: 28,
  padding: '0 8px',
  gap: 8,
  borderRadius: 7,
  flex: 'none',
  color: paint('t2'),
  fontFamily: 'inherit',
  fontSize: 11.5,
  boxShadow: `0 0 0 1px ${paint('line2')}`,
  '@media (max-width: 1099px)': { '& .keys': { display: 'none' } },
  '@media (forced-colors: active)': { '&:not(:focus-visible)': { outline: '1px solid ButtonBorder' } },
  '&:hover': { backgroundColor: paint('hover') },
});

/** Name, history, goals, verdict and hand-off of the design on screen. */
export function TopBar() {
  const history = useHistory();
  const start = useCommand(goToStart);
  const search = useCommand(showCommands);
  const handOff = useCommand(showExport);
  const isEmpty = useAppState((state) => state.design.resources.length === 0);
  return (
    <Bar data-region="top" tabIndex={-1} aria-label="Design">
      <CommandTooltip command={goToStart}>
        <Home onClick={start.run} aria-label="Isoplan, to the start screen">
          <Mark size={22} /> <span className="word">Isoplan</span>
        </Home>
      </CommandTooltip>
      <Slash aria-hidden="true">/</Slash>
      <DesignName />
      <History className="history">
        <Divider />
        <CommandButton
          command={undo}
          icon="undo"
          title={history.undo === undefined ? 'Nothing to undo' : `Undo ${history.undo}`}
          isEnabled={history.undo !== undefined}
        />
        <CommandButton
          command={redo}
          icon="redo"
          title={history.redo === undefined ? 'Nothing to redo' : `Redo ${history.redo}`}
          isEnabled={history.redo !== undefined}
        />
      </History>
      <span style={{ flex: '1 0 0' }} />
      <GoalsChip />
      <Divider />
      <Counts />
      <CommandTooltip command={showCommands}>
        <Search onClick={search.run} aria-label={showCommands.title}>
          <Icon icon="search" size={16} />
          <span className="keys">
            {showCommands.shortcut === undefined ? null : <Keycaps shortcut={showCommands.shortcut} />}
          </span>
        </Search>
      </CommandTooltip>
      <SchemeButton />
      <CommandTooltip command={showExport}>
        <Button variant="contained" onClick={handOff.run} disabled={isEmpty}>
          <Icon icon="export" size={16} />
          <span className="sign-alone">Export</span>
        </Button>
      </CommandTooltip>
    </Bar>
  );
}
