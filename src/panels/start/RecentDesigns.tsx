import { forgetRecent, openRecent } from '#commands';
import type { RecentDesign } from '#store';
import {
  Icon,
  IconButton,
  onUse,
  Pressable,
  paint,
  SeverityMarker,
  styled,
  Tooltip,
  useAppState,
  useCommandContext,
} from '#ui';
import { FirstSteps } from './FirstSteps.tsx';

const Heading = styled('h2')({
  display: 'flex',
  alignItems: 'baseline',
  margin: '8px 0 10px',
  fontSize: 14,
  lineHeight: '18px',
  fontWeight: 650,
  '& span': { marginLeft: 'auto', fontSize: 12, fontWeight: 400, color: paint('t2') },
});
const List = styled('ul')({
  listStyle: 'none',
  margin: '0 -10px 24px',
  padding: 0,
  display: 'grid',
  gap: 2,
});
const Item = styled('li')({
  display: 'flex',
  position: 'relative',
  alignItems: 'center',
  borderRadius: 12,
  // In the place of the verdict, so that it takes no room from a name.
  '& .forget': { position: 'absolute', top: 'calc(50% - 12px)', right: 8, opacity: 0 },
  '&:hover .forget, &:focus-within .forget': { opacity: 1 },
  '&:hover .verdict, &:focus-within .verdict': { visibility: 'hidden' },
  '&:hover': { backgroundColor: paint('panel'), boxShadow: `0 0 0 1px ${paint('line')}` },
});
const Open = styled(Pressable)({
  flex: 1,
  minWidth: 0,
  gap: 12,
  padding: '10px',
  borderRadius: 12,
  justifyContent: 'flex-start',
  textAlign: 'left',
  fontFamily: 'inherit',
  color: paint('t1'),
  '& .tile': {
    flex: 'none',
    width: 60,
    height: 44,
    padding: 2,
    borderRadius: 10,
    display: 'grid',
    placeItems: 'center',
    color: paint('network'),
    backgroundColor: paint('panel'),
    boxShadow: `0 0 0 1px ${paint('line2')}`,
  },
  '& .words': { flex: 1, minWidth: 0, display: 'grid' },
  '& strong': {
    fontSize: 13,
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& .when': { fontSize: 12, color: paint('t2') },
  '& .verdict': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    fontWeight: 550,
    fontVariantNumeric: 'tabular-nums',
  },
});
const Nothing = styled('p')({ margin: '0 0 16px', color: paint('t2') });

const day = 24 * 60 * 60 * 1000;
const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);

/** `Today, 09:41`, `Yesterday`, `20 November`. */
const inWords = (savedAt: number, now: number): string => {
  const days = Math.round((startOfDay(now) - startOfDay(savedAt)) / day);
  if (days === 0)
    return `Today, ${new Date(savedAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
  if (days === 1) return 'Yesterday';
  const isThisYear = new Date(savedAt).getFullYear() === new Date(now).getFullYear();
  return new Date(savedAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
};

function Verdict({ design: { errors, warnings, passed } }: { design: RecentDesign }) {
  if (errors > 0)
    return (
      <span className="verdict">
        <SeverityMarker tone="error" size={16} /> {errors}
      </span>
    );
  if (warnings > 0)
    return (
      <span className="verdict">
        <SeverityMarker tone="warning" size={16} /> {warnings}
      </span>
    );
  return passed > 0 ? (
    <span className="verdict">
      <SeverityMarker tone="passed" size={16} /> {passed}
    </span>
  ) : null;
}

const RecentPicture = onUse(async () => (await import('./RecentPicture.tsx')).RecentPicture, {
  meanwhile: <Icon icon="virtual-network" size={22} />,
});

/** The designs that this browser keeps, newest first. */
export function RecentDesigns() {
  const context = useCommandContext();
  const designs = useAppState((state) => state.recentDesigns);
  const now = Date.now();
  return (
    <section aria-label="Recent designs">
      <Heading>
        Recent designs<span>In this browser</span>
      </Heading>
      {designs.length === 0 ? (
        <>
          <Nothing>What you open or draw is kept here by itself.</Nothing>
          <FirstSteps />
        </>
      ) : (
        <>
          <List>
            {designs.slice(0, 8).map((design) => (
              <Item key={design.key}>
                <Open onClick={() => void openRecent(context, design.key)}>
                  <span className="tile">
                    <RecentPicture design={design} />
                  </span>
                  <span className="words">
                    <strong>{design.name}</strong>
                    <span className="when">{inWords(design.savedAt, now)}</span>
                  </span>
                  <Verdict design={design} />
                </Open>
                <Tooltip title="Remove from this browser">
                  <IconButton
                    className="forget"
                    size="small"
                    aria-label={`Remove ${design.name} from this browser`}
                    onClick={() => void forgetRecent(context, design)}
                  >
                    <Icon icon="close" size={14} />
                  </IconButton>
                </Tooltip>
              </Item>
            ))}
          </List>
          <FirstSteps isKnown />
        </>
      )}
    </section>
  );
}
