import { type MouseEvent, useId, useState } from 'react';
import { Icon, useAppState, useAppStore } from '#ui';
import { draftOf, keepDraft } from '../drafts.ts';
import { useInspected } from '../inspected.ts';
import { Fault } from './Fault.tsx';
import { QuietInput, QuietText } from './quiet.ts';

/** The press that brings the focus would set the caret, and so undo the selection that the focus made. */
const takeWhole = (event: MouseEvent) => {
  const { target } = event;
  if (!(target instanceof HTMLElement) || document.activeElement === target) return;
  event.preventDefault();
  target.focus();
};

/** Written smaller, a line holds it whole. */
const longWord = /\S{21}/;

/** That the text can be written anew, on the axis of what opens choices. */
const pen = (
  <span className="pen">
    <Icon icon="pen" size={12} />
  </span>
);

/**
 * A text that is committed on leaving or Enter. What is wrong stays in the field with the reason below it, and is there
 * again when another resource was looked at meanwhile.
 */
export function TextControl({
  label,
  value,
  placeholder,
  example,
  isMono = false,
  isMultiline = false,
  isTakenWhole = false,
  faultOf,
  onCommit,
}: {
  label: string;
  value: string;
  placeholder?: string | undefined;
  /** In its place while something is to be written. */
  example?: string | undefined;
  isMono?: boolean;
  isMultiline?: boolean;
  /** Whether the first press and the focus select all of it, as for a name that is given anew. */
  isTakenWhole?: boolean;
  faultOf: (draft: string) => string | undefined;
  /** Returns why it was refused. */
  onCommit: (draft: string) => string | undefined;
}) {
  const store = useAppStore();
  const designKey = useAppState((state) => state.designKey);
  const { resource, path } = useInspected();
  const field = [designKey, resource, path, label].join(' ');
  const kept = draftOf(store, field, value);
  const [shown, setShown] = useState(value);
  const [draft, setDraft] = useState(kept ?? value);
  const [fault, setFault] = useState(kept === undefined ? undefined : faultOf(kept));
  const [isWriting, setWriting] = useState(false);
  const faultId = useId();
  if (shown !== value) {
    setShown(value);
    setDraft(value);
    setFault(undefined);
  }

  const put = (text: string, reason: string | undefined) => {
    setFault(reason);
    keepDraft(store, field, reason === undefined ? undefined : { text, instead: value });
  };
  const commit = () => put(draft, draft === value ? undefined : (faultOf(draft) ?? onCommit(draft)));

  const Field = isMultiline ? QuietText : QuietInput;
  return (
    <>
      <Field
        value={draft}
        aria-label={label}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
        placeholder={isWriting ? (example ?? placeholder) : placeholder}
        className={isMono ? 'mono' : undefined}
        style={longWord.test(draft) ? { fontSize: 11 } : undefined}
        spellCheck={false}
        end={isTakenWhole ? null : pen}
        onFocus={({ target }) => {
          setWriting(true);
          if (isTakenWhole) target.select();
        }}
        onMouseDown={isTakenWhole ? takeWhole : undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          if (fault !== undefined) setFault(faultOf(event.target.value));
        }}
        onBlur={() => {
          setWriting(false);
          commit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape') {
            // The first lets what was typed be, the next leads out: keys are commands again.
            if (draft === value && event.target instanceof HTMLElement) {
              event.target.closest('aside')?.focus();
              event.stopPropagation();
            }
            setDraft(value);
            put(value, undefined);
          }
        }}
      />
      {fault === undefined ? null : <Fault id={faultId}>{fault}</Fault>}
    </>
  );
}
