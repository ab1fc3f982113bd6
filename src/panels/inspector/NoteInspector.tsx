import { type KeyboardEvent, useRef, useState } from 'react';
import { attachNoteTo, writeNote } from '#commands';
import { Choice } from '#material';
import { findResource, type Note, noteLimits, type ResourceId, toneOfNote } from '#model';
import {
  Icon,
  IconButton,
  NoteTile,
  paint,
  ResourceTile,
  styled,
  TextArea,
  useAppState,
  useAppStore,
  useCommandContext,
} from '#ui';
import { NoteMenu } from '../resource-menu/NoteMenu.tsx';
import { Absent, QuietSelect } from './controls/quiet.ts';
import { Body, keepSelected, Panel, PanelHead } from './panel.ts';
import { Section } from './Section.tsx';
import { ToneChoice } from './ToneChoice.tsx';

const Text = styled(TextArea)({
  width: 'calc(100% - 28px)',
  margin: '0 14px',
  padding: '7px 9px',
  borderRadius: 7,
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t1'),
  boxShadow: `inset 0 0 0 1px ${paint('line3')}`,
  '&:focus-within': { boxShadow: `inset 0 0 0 2px ${paint('you')}` },
  '& textarea': { padding: 0 },
});
const Hint = styled('p')({
  margin: '6px 14px 0',
  fontSize: 11,
  lineHeight: '16px',
  color: paint('t2'),
});

const nothing = ' ';

/** What the note moves with. */
function Attachment({ note }: { note: Note }) {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const current = findResource(design, note.attachedTo);
  return (
    <QuietSelect
      value={current?.id ?? nothing}
      inputProps={{ 'aria-label': 'Attached to' }}
      renderValue={() => current?.name ?? <Absent>Nothing</Absent>}
      onChange={({ target }) =>
        attachNoteTo(context, note.id, target.value === nothing ? undefined : (target.value as ResourceId))
      }
    >
      <Choice value={nothing}>
        <Absent>Nothing</Absent>
      </Choice>
      {design.resources.map(({ id, kind, name }) => (
        <Choice key={id} value={id}>
          <ResourceTile kind={kind} size={18} />
          {name}
        </Choice>
      ))}
    </QuietSelect>
  );
}

/** The text, kept on leaving or by Ctrl and Enter; Escape lets it be. Both lead out of it. */
function NoteText({ note }: { note: Note }) {
  const context = useCommandContext();
  const [shown, setShown] = useState(note.text);
  const [draft, setDraft] = useState(note.text);
  if (shown !== note.text) {
    setShown(note.text);
    setDraft(note.text);
  }
  const isDone = useRef(false);
  const keep = () => {
    if (draft !== note.text) writeNote(context, note.id, draft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDraft(note.text);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    else return;
    // Written: keys are commands again.
    isDone.current = true;
    if (event.target instanceof HTMLElement) event.target.closest('aside')?.focus();
    isDone.current = false;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Text
      rows={3}
      value={draft}
      aria-label="Text of the note"
      maxLength={noteLimits.characters}
      data-focus="inspector"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => {
        if (!isDone.current) keep();
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** The selected note: what it says, what it is about, what it moves with. */
export function NoteInspector({ note }: { note: Note }) {
  const store = useAppStore();
  const about = useAppState((state) => findResource(state.design, note.attachedTo));
  const more = useRef<HTMLButtonElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <Panel data-region="right" tabIndex={-1} aria-label="Inspector" onKeyDown={keepSelected}>
      <PanelHead>
        <NoteTile tone={toneOfNote(note)} size={36} />
        <div className="words">
          <h2>Note</h2>
          <p>{about ? `On ${about.name}` : 'On its own'}</p>
        </div>
        <IconButton
          ref={more}
          aria-label="More for the note"
          aria-haspopup="menu"
          onClick={() => setMenuOpen(true)}
        >
          <Icon icon="more" size={18} />
        </IconButton>
        <IconButton aria-label="Close the inspector" onClick={() => store.getState().select(undefined)}>
          <Icon icon="close" size={16} />
        </IconButton>
      </PanelHead>
      <Body>
        <Section title="Text">
          <NoteText note={note} />
          <Hint>Notes change no check. They appear on the drawing and in reports.</Hint>
        </Section>
        <Section title="Tone">
          <ToneChoice note={note} />
        </Section>
        <Section title="Attached to">
          <div style={{ padding: '0 8px' }}>
            <Attachment note={note} />
          </div>
          <Hint>
            {about
              ? `Moves with ${about.name}; stays if ${about.name} is removed.`
              : 'Not attached: it stays where you put it.'}
          </Hint>
        </Section>
      </Body>
      {isMenuOpen && more.current ? (
        <NoteMenu note={note} anchor={more.current} host={{}} onClose={() => setMenuOpen(false)} />
      ) : null}
    </Panel>
  );
}
