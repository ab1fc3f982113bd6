import { setNoteTone } from '#commands';
import { type Note, noteTones, toneOfNote } from '#model';
import { Icon, paint, styled, useCommandContext } from '#ui';
import { toneTitles } from '../note-tones.ts';

const Choices = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, padding: '0 14px' });
const Choice = styled('label')({
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  height: 26,
  padding: '0 9px',
  borderRadius: 6,
  fontSize: 11.5,
  fontWeight: 500,
  cursor: 'pointer',
  '& input': { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
  // The ring is of the focus alone.
  '&:has(:checked)': { gap: 4, fontWeight: 650 },
  '&:has(:focus-visible)': { outline: `2px solid ${paint('you')}`, outlineOffset: 2 },
  '@media (forced-colors: active)': {
    '&:not(:has(:focus-visible))': { outline: '1px solid ButtonBorder' },
    '&:has(:checked)': { outlineWidth: 3 },
  },
});

/** What the note is about, in the colour that this has everywhere. */
export function ToneChoice({ note }: { note: Note }) {
  const context = useCommandContext();
  const current = toneOfNote(note);
  return (
    <Choices role="radiogroup" aria-label="Tone">
      {noteTones.map((tone) => (
        <Choice
          key={tone}
          style={{
            color: paint(tone),
            backgroundColor: paint(`${tone}-tint`),
            boxShadow:
              tone === current
                ? `inset 0 0 0 1.5px ${paint(tone)}`
                : `inset 0 0 0 1px ${paint(`${tone}-line`)}`,
          }}
        >
          <input
            type="radio"
            name={`tone of ${note.id}`}
            checked={tone === current}
            onChange={() => setNoteTone(context, note.id, tone)}
          />
          {tone === current ? <Icon icon="check" size={12} /> : null}
          {toneTitles[tone]}
        </Choice>
      ))}
    </Choices>
  );
}
