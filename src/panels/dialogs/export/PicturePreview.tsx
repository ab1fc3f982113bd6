import { paint, schemeAttribute, styled } from '#ui';
import type { PictureChoice } from './picture-choice.ts';
import type { Preview } from './use-preview.ts';

const Pane = styled('div')({
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  minWidth: 0,
  minHeight: 0,
  padding: 24,
  overflow: 'hidden',
  backgroundColor: paint('canvas'),
  // Seen through a sheet, dots would read as full stops.
  '&:not([data-is-seen-through=true])': {
    backgroundImage: `radial-gradient(${paint('dot')} 1px, transparent 1px)`,
    backgroundSize: '20px 20px',
  },
});
const Sheet = styled('img')({
  maxWidth: '100%',
  maxHeight: '100%',
  minHeight: 0,
  display: 'block',
  borderRadius: 2,
  transition: 'opacity 120ms',
  '&[data-solid="true"]': { boxShadow: `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)` },
  '&[data-solid="false"]': { outline: `1px dashed ${paint('line3')}` },
  '&[data-stale="true"]': { opacity: 0.55 },
});
const Quiet = styled('p')({ margin: 0, fontSize: 12.5, color: paint('t2') });

/** The sheet as it will be saved; what is transparent shows a canvas in the colours of the sheet through. */
export const PicturePreview = ({
  preview,
  choice: { background, scheme },
}: {
  preview: Preview;
  choice: PictureChoice;
}) => (
  <Pane
    {...(background === 'transparent' ? { [schemeAttribute]: scheme, 'data-is-seen-through': true } : {})}
  >
    {preview.url === undefined || preview.fault !== undefined ? (
      <Quiet role="status">{preview.fault ?? 'Drawing the sheet'}</Quiet>
    ) : (
      <Sheet
        src={preview.url}
        alt="The sheet as it will be saved"
        data-solid={background === 'white'}
        data-stale={preview.isStale}
      />
    )}
  </Pane>
);
