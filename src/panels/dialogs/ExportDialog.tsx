import { useState } from 'react';
import { Material } from '#material';
import { counted } from '#model';
import { Dialog, Icon, IconButton, paint, Segments, styled, useAppState, useAppStore } from '#ui';
import { DocumentPane } from './export/DocumentPane.tsx';
import { PicturePane } from './export/PicturePane.tsx';
import { usualChoice } from './export/picture-choice.ts';

const Body = styled('div')({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  height: '100%',
  // What waits for a picture looks so once that takes its time: most are there before.
  '& [aria-disabled=true]': { opacity: 0.45, cursor: 'default', transition: 'opacity 120ms 300ms' },
});
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 14,
  padding: '10px 16px 10px 24px',
  boxShadow: `0 1px 0 ${paint('line')}`,
  zIndex: 1,
  '& h2': { margin: 0, fontSize: 14, lineHeight: '18px', fontWeight: 650 },
  '& p': { margin: 0, flex: 1, fontSize: 12, lineHeight: '17px', color: paint('t2') },
  // Its sentence has a line of its own.
  '@media (max-width: 759px)': {
    flexWrap: 'wrap',
    gap: '6px 14px',
    '& p': { order: 1, flex: '0 0 100%' },
    '& > :last-child': { marginLeft: 'auto' },
  },
});

const Paper = styled(Dialog)({
  width: 'min(1240px, calc(100vw - 48px))',
  height: 'min(780px, calc(100vh - 48px))',
  maxWidth: 'none',
  maxHeight: 'none',
});

/** How a design leaves: as a picture that is seen beforehand, or as documents for people and programs. */
export function ExportDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'export');
  const close = () => store.getState().setView({ dialog: undefined });
  const { errors, cannotTell } = useAppState((state) => state.result.summary);
  const [pane, setPane] = useState<'picture' | 'documents'>('picture');
  const [choice, setChoice] = useState(usualChoice);
  return (
    <Paper isOpen={isOpen} onClose={close} aria-labelledby="export-title">
      <Body>
        <Head>
          <h2 id="export-title">Export</h2>
          <Segments
            label="What to export"
            value={pane}
            options={[
              { value: 'picture', title: 'Picture' },
              { value: 'documents', title: 'Documents and data' },
            ]}
            onChange={setPane}
          />
          <p>
            {errors > 0 || cannotTell > 0
              ? `${counted(errors, 'error')} and ${counted(cannotTell, 'check')} not decided. `
              : 'No errors, and every check is decided. '}
            Files are made in this browser.
          </p>
          <IconButton aria-label="Close" onClick={close}>
            <Icon icon="close" size={16} />
          </IconButton>
        </Head>
        <Material>
          {pane === 'picture' ? <PicturePane choice={choice} onChange={setChoice} /> : <DocumentPane />}
        </Material>
      </Body>
    </Paper>
  );
}
