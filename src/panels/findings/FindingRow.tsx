import { memo, useRef } from 'react';
import { fixFinding } from '#commands';
import type { Finding } from '#rules';
import { Button, paint, styled, useAppStore, useCommandContext, useHandedOnFocus } from '#ui';
import { FindingDetails } from '../parts.tsx';
import { acceptanceWords } from './acceptance-words.ts';
import { FindingMarker } from './FindingMarker.tsx';
import { useFixLabel } from './fix-label.ts';
import { ObjectButton } from './ObjectButton.tsx';
import { Category, Row, Second, Sentence } from './row-styles.ts';
import { usePreviewAnywhere } from './use-preview.ts';
import { wholeNames } from './whole-names.ts';

const Item = styled('li')({
  '& + &': { borderTop: `1px solid ${paint('line')}` },
  // Under the line of the list, not below it.
  scrollMarginTop: -1,
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 35px',
  '&:hover': { backgroundColor: paint('sunken') },
  '&[data-current=true]': { backgroundColor: paint('sunken') },
  // Above what is told of it, however far that is scrolled.
  '& > :first-child:not(:only-child)': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: paint('panel'),
    // What goes on above it has its edge here, and fades out.
    boxShadow: `0 1px ${paint('line2')}`,
    '&::after': {
      content: '""',
      position: 'absolute',
      inset: 'calc(100% + 1px) 0 auto',
      height: 8,
      background: `linear-gradient(${paint('sunken')}, transparent)`,
      pointerEvents: 'none',
    },
  },
  '&[data-current=true] > :first-child': { backgroundColor: paint('you-tint') },
});

/** In place of a button, why there is none. */
const Kind = styled('span')({ fontSize: 11.5, lineHeight: '16px', color: paint('t2'), textAlign: 'center' });
const kindOf = ({ accepted, verdict }: Finding): string =>
  accepted ? 'Accepted' : verdict === 'cannot-tell' ? 'Fact missing' : 'By hand';

const struck = { textDecoration: 'line-through' } as const;

/** The finding that takes the place of one that is gone. */
const neighbours = ({ nextElementSibling, previousElementSibling }: HTMLElement) =>
  [nextElementSibling, previousElementSibling].map((row) => row?.querySelector('button'));

/** One finding: a click selects its object and brings it into view. */
export const FindingRow = memo(function FindingRow({
  finding,
  isCurrent,
  isOpen,
  isGone,
  heir,
  onToggle,
}: {
  finding: Finding;
  isCurrent: boolean;
  isOpen: boolean;
  /** The row of a finding that is no more. */
  isGone: boolean;
  /** What takes its place, where it is gone and its rule finds something else there. */
  heir: string | undefined;
  onToggle: (fingerprint: string) => void;
}) {
  const store = useAppStore();
  const context = useCommandContext();
  const [offer] = finding.accepted ? [] : finding.fixes;
  const label = useFixLabel(finding);
  const words = acceptanceWords(finding);
  const preview = usePreviewAnywhere(finding);
  // Where its buttons are.
  const isPreviewed = preview?.place === 'list' ? isOpen : preview !== undefined && isCurrent;
  const row = useRef<HTMLLIElement>(null);
  useHandedOnFocus(row, neighbours);
  return (
    <Item
      ref={row}
      data-finding={finding.fingerprint}
      data-current={isCurrent}
      style={isGone ? { opacity: 0.5 } : undefined}
    >
      <Row>
        <FindingMarker finding={finding} />
        <Sentence
          aria-current={isCurrent}
          onClick={() => store.getState().openFinding(finding.fingerprint, finding.at[0])}
        >
          <span style={isGone ? struck : undefined}>{wholeNames(finding.text)}</span>
          {words === undefined || isOpen ? null : <Second title={words}>{words}</Second>}
        </Sentence>
        <Category className="category">{finding.category}</Category>
        <ObjectButton id={finding.at[0]} />
        <Button
          size="small"
          variant="text"
          // Read in a list of all buttons, it says of what.
          aria-label={`Why: ${finding.text}`}
          aria-expanded={isOpen}
          onClick={() => onToggle(finding.fingerprint)}
        >
          Why
        </Button>
        {isGone ? (
          <Button
            size="small"
            variant="text"
            aria-disabled={true}
            title={`${heir ? `Now: ${heir}` : 'No longer found'}. Its row goes when the pointer leaves the list.`}
          >
            {heir ? 'Changed' : 'Gone'}
          </Button>
        ) : isPreviewed ? (
          <Kind title="Apply it, or close the preview, where its changes are listed">Previewed</Kind>
        ) : offer ? (
          <Button
            size="small"
            title={offer.title}
            data-fix={`0 ${finding.fingerprint}`}
            aria-label={`${label}: ${finding.text}`}
            onClick={() => fixFinding(context, finding)}
          >
            {label}
          </Button>
        ) : (
          <Kind>{kindOf(finding)}</Kind>
        )}
      </Row>
      {isOpen ? <FindingDetails finding={finding} isGone={isGone} /> : null}
    </Item>
  );
});
