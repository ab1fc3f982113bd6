import { useState } from 'react';
import { forgetRecent, openRecent } from '#commands';
import type { RecentDesign } from '#store';
import {
  Button,
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
import { savedAtInWords } from '../saved-at-in-words.ts';
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
  alignItems: 'center',
  paddingRight: 8,
  borderRadius: 12,
  '& .forget': { flex: 'none', color: paint('t3') },
  '& .forget:hover, & .forget:focus-visible': { color: paint('t1') },
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
const More = styled(Button)({ margin: '-16px 0 16px' });
const Nothing = styled('p')({ margin: '0 0 16px', color: paint('t2') });

/** Designs shown before all of them are asked for. */
const few = 8;

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
  const [isAll, setAll] = useState(false);
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
            {designs.slice(0, isAll ? designs.length : few).map((design) => (
              <Item key={design.key}>
                <Open onClick={() => void openRecent(context, design.key)}>
                  <span className="tile">
                    <RecentPicture design={design} />
                  </span>
                  <span className="words">
                    <strong>{design.name}</strong>
                    <span className="when">{savedAtInWords(design.savedAt, now)}</span>
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
          {designs.length > few && !isAll ? (
            <More variant="text" size="small" onClick={() => setAll(true)}>
              Show all {designs.length}
            </More>
          ) : null}
          <FirstSteps isKnown />
        </>
      )}
    </section>
  );
}
