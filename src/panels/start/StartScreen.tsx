import { newDesign, open, openPlanner, showCommands } from '#commands';
import { CommandButton, Icon, Mark, onUse, Pressable, paint, SchemeButton, styled, useCommand } from '#ui';
import { NoticeCard } from '../NoticeCard.tsx';
import { DropCard } from './DropCard.tsx';
import { fetchGallery } from './gallery.ts';
import { questionCount } from './question-count.ts';
import { RecentDesigns } from './RecentDesigns.tsx';

const Page = styled('div')({
  height: '100%',
  overflowY: 'auto',
  // What comes in the place of a gallery grows above what follows it, which would else be kept in sight instead.
  overflowAnchor: 'none',
  backgroundColor: paint('canvas'),
});
const Top = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 60,
  maxWidth: 1600,
  margin: '0 auto',
  padding: '0 64px',
  '@media (max-width: 1199px)': { padding: '0 24px' },
});
const Brand = styled('span')({ flex: 1, fontSize: 15, fontWeight: 650 });
const Privacy = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  marginRight: 16,
  color: paint('t2'),
});
const Columns = styled('main')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 292px',
  gap: 44,
  maxWidth: 1600,
  margin: '0 auto',
  padding: '22px 64px 64px',
  '@media (max-width: 1199px)': { padding: '16px 24px 40px', gap: 28 },
  '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  // One architecture has the page for itself.
  '&:has(.one-architecture)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: 8,
    '& > aside, & > div > :not(.one-architecture)': { display: 'none' },
    '@media (max-width: 1399px)': { padding: '4px 24px 40px' },
  },
});
/** Stays in sight while the page goes by. */
const Aside = styled('aside')({ position: 'sticky', top: 16, alignSelf: 'start' });
const Said = styled('div')({
  // In the flow, so that it lies over no words; in sight however far down the page is.
  position: 'sticky',
  top: 10,
  zIndex: 20,
  display: 'flex',
  justifyContent: 'center',
  padding: '0 12px 14px',
  pointerEvents: 'none',
  '&:empty': { display: 'none' },
  // A line has room in the header, where nothing moves for it.
  '&:has(> [role=status])': {
    height: 0,
    // As high as its words are, which the row is not.
    alignItems: 'flex-start',
    margin: '-50px 0 50px',
    padding: '0 12px',
    // Between what stands at its ends.
    '@media (min-width: 1200px)': { padding: '0 376px 0 172px' },
  },
  // Twice: the card has a place of its own elsewhere.
  '& > [role][role]': { position: 'static', pointerEvents: 'auto' },
});
const Title = styled('h1')({
  margin: '0 0 20px',
  fontSize: 28,
  lineHeight: '36px',
  fontWeight: 650,
  letterSpacing: '-0.022em',
});
const Ways = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(228px, 1fr))',
  gap: 16,
});
const Way = styled(Pressable)({
  minHeight: 72,
  padding: '14px 18px',
  gap: 14,
  justifyContent: 'flex-start',
  textAlign: 'left',
  borderRadius: 12,
  fontFamily: 'inherit',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}`,
  transition: 'box-shadow 120ms',
  '& strong': { display: 'block', fontSize: 14, lineHeight: '20px', fontWeight: 600 },
  '& .text': { color: paint('t2'), fontSize: 12.5 },
  '& .tile': {
    width: 40,
    height: 40,
    borderRadius: 10,
    display: 'grid',
    placeItems: 'center',
    color: paint('t2'),
    backgroundColor: paint('hover'),
  },
  '&:hover': { boxShadow: `0 0 0 1px ${paint('line3')}, var(--iso-shadow-2)` },
  '&.main': {
    color: paint('on-ink'),
    backgroundColor: paint('ink'),
    boxShadow: 'none',
    '& .text': { color: 'inherit', opacity: 0.72 },
    '& .tile': { color: 'inherit', backgroundColor: 'color-mix(in srgb, currentColor 16%, transparent)' },
    '&:hover': { boxShadow: 'var(--iso-shadow-3)' },
  },
});

/** About as high as what it stands for, so that nothing below it jumps. */
const Waiting = styled('div')({ minHeight: 900 });

/** What is below the fold comes after it. */
const Gallery = onUse(
  async () => {
    const [{ Architectures }, gallery] = await Promise.all([import('./Architectures.tsx'), fetchGallery()]);
    return () => <Architectures gallery={gallery} />;
  },
  { meanwhile: <Waiting /> },
);
const FetchGuide = onUse(async () => (await import('./FetchGuide.tsx')).FetchGuide);

/** The ways into a design. */
export function StartScreen() {
  const openFile = useCommand(open);
  const blank = useCommand(newDesign);
  const plan = useCommand(openPlanner);
  return (
    <Page>
      <Top>
        <Mark size={24} />
        <Brand>Isoplan</Brand>
        <Privacy>
          <Icon icon="lock" size={14} />
          Nothing leaves this browser
        </Privacy>
        <SchemeButton />
        <CommandButton command={showCommands} icon="search" />
      </Top>
      <Said>
        <NoticeCard />
      </Said>
      <Columns>
        <div>
          <Title>Plan the network of an Azure Machine Learning workspace</Title>
          <Ways>
            <Way className="main" onClick={plan.run}>
              <span className="tile">
                <Icon icon="questions" size={20} />
              </span>
              <span>
                <strong>Plan with questions</strong>
                <span className="text">{questionCount} questions to your design</span>
              </span>
            </Way>
            <Way onClick={openFile.run}>
              <span className="tile">
                <Icon icon="open" size={20} />
              </span>
              <span>
                <strong>Open from Azure</strong>
                <span className="text">An export or a saved design</span>
              </span>
            </Way>
            <Way onClick={blank.run}>
              <span className="tile">
                <Icon icon="blank" size={20} />
              </span>
              <span>
                <strong>Blank canvas</strong>
                <span className="text">Draw your own</span>
              </span>
            </Way>
          </Ways>
          <Gallery />
          <FetchGuide />
        </div>
        <Aside aria-label="Your designs">
          <RecentDesigns />
          <DropCard />
        </Aside>
      </Columns>
    </Page>
  );
}
