import { useMemo } from 'react';
import type { Omission } from '#commands';
import { Button, paint, styled, useAppState } from '#ui';
import { OmissionList } from './OmissionList.tsx';
import { PictureForm } from './PictureForm.tsx';
import { PicturePreview } from './PicturePreview.tsx';
import { type PictureChoice, pictureOf } from './picture-choice.ts';
import { RunStatus } from './RunStatus.tsx';
import { useExportRun } from './use-export-run.ts';
import { usePreview } from './use-preview.ts';

const isNarrow = '@media (max-width: 639px)';

const Panes = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 316px',
  minHeight: 0,
  [isNarrow]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: '40vh max-content',
    overflowY: 'auto',
  },
});
const Side = styled('div')({
  display: 'grid',
  gridTemplateRows: 'minmax(0, 1fr) auto',
  minHeight: 0,
  boxShadow: `-1px 0 0 ${paint('line')}`,
  // No rows, in which the foot could not stick.
  [isNarrow]: { display: 'block' },
});
const Settings = styled('div')({
  display: 'grid',
  alignContent: 'start',
  gap: 14,
  padding: '14px 16px',
  overflowY: 'auto',
});
const Foot = styled('div')({
  display: 'grid',
  gap: 8,
  padding: '10px 16px 14px',
  backgroundColor: paint('panel'),
  boxShadow: `0 -1px 0 ${paint('line')}`,
  // In sight however low the window is.
  [isNarrow]: { position: 'sticky', bottom: 0, zIndex: 1 },
  '& .buttons': { display: 'grid', gridTemplateColumns: '1fr 2fr', gap: 8 },
  '& .said': {
    minHeight: 24,
    alignContent: 'center',
    fontSize: 12,
    lineHeight: '17px',
    color: paint('t2'),
    fontVariantNumeric: 'tabular-nums',
  },
});

interface Props {
  readonly choice: PictureChoice;
  readonly onChange: (choice: PictureChoice) => void;
}

/** A picture before it leaves: what it will show, what it leaves out, and how large it gets. */
export function PicturePane({ choice, onChange }: Props) {
  const selection = useAppState((state) => state.selection);
  const picture = useMemo(() => pictureOf(choice, selection), [choice, selection]);
  // The design inside changes nothing that is seen.
  const seen = useMemo(() => ({ ...pictureOf(choice, selection), holdsDesign: false }), [choice, selection]);
  const preview = usePreview(seen);
  const run = useExportRun();
  const { format, scale } = choice;
  const options = { picture, scale };
  const outcome = run.outcomes.get(format);
  const isShown = ({ what }: Omission) => preview.omissions.some((one) => one.what === what);
  const omissions = [
    ...preview.omissions,
    ...(outcome?.omissions ?? []).filter((omission) => !isShown(omission)),
  ];
  const pixels = (side: number) => Math.round(side * (format === 'png' ? scale : 1));
  const isDrawn = preview.url !== undefined || preview.fault !== undefined;
  const size = !isDrawn
    ? ''
    : `${pixels(preview.width)} × ${pixels(preview.height)}${format === 'png' ? ' pixels' : ', sharp at every size'}`;
  const isWaiting = !isDrawn || run.running !== undefined;
  return (
    <Panes>
      <PicturePreview preview={preview} choice={choice} />
      <Side>
        <Settings>
          <PictureForm choice={choice} onChange={onChange} />
          <OmissionList omissions={omissions} />
        </Settings>
        <Foot>
          {run.running?.isLong ? (
            <RunStatus run={run} />
          ) : (
            <span className="said" role="status">
              {outcome === undefined ? size : (outcome.fault ?? outcome.text)}
            </span>
          )}
          <div className="buttons">
            <Button aria-disabled={isWaiting} onClick={() => isWaiting || run.copy(format, options)}>
              Copy
            </Button>
            <Button
              variant="contained"
              // Not `disabled`: that would take the focus from the dialog, and Escape with it.
              aria-disabled={isWaiting}
              onClick={() => isWaiting || run.save(format, options)}
            >
              Save {format.toUpperCase()}
            </Button>
          </div>
        </Foot>
      </Side>
    </Panes>
  );
}
