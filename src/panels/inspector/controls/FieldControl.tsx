import type { ResourceId } from '#model';
import { entriesOf, faultOf, isAddresses } from '../check-text.ts';
import type { Field, TextCheck } from '../fields/field.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { FreePrefixes } from './FreePrefixes.tsx';
import { ReferenceControl } from './ReferenceControl.tsx';
import { ReferencesControl } from './ReferencesControl.tsx';
import { TextControl } from './TextControl.tsx';

const numberFault = (draft: string, range: readonly [number, number] | undefined) => {
  if (draft === '') return undefined;
  if (!/^\d{1,9}$/.test(draft)) return `${draft} is no whole number.`;
  const [least, most] = range ?? [0, Number.POSITIVE_INFINITY];
  return Number(draft) < least || Number(draft) > most
    ? `Write a number from ${least} to ${most}.`
    : undefined;
};

const isOfAddresses = (check: TextCheck) => check === 'prefix' || check === 'address';

/** Taken instead of the only entry; beside several. */
const withPrefix = (entries: readonly string[], prefix: string): readonly string[] =>
  entries.length > 1 ? [...entries, prefix] : [prefix];

/** What several things say that do not agree. */
const different = 'Different values';

/** The control of one property; `onCommit` returns why the value was refused. */
export function FieldControl({
  field: { path, label, control },
  value,
  isMixed = false,
  onCommit,
}: {
  field: Field;
  value: unknown;
  /** Whether several things are meant, and their values differ: `value` is `undefined` then. */
  isMixed?: boolean;
  onCommit: (value: unknown) => string | undefined;
}) {
  /** What is left empty goes away, where Azure can do without it. */
  const commitText = (draft: string, read: (text: string) => unknown) => {
    const text = draft.trim();
    const refusal = onCommit(text === '' ? undefined : read(text));
    return text === '' && refusal !== undefined ? `${label} cannot be empty.` : refusal;
  };
  switch (control.type) {
    case 'text':
      return (
        <>
          <TextControl
            label={label}
            value={typeof value === 'string' ? value : ''}
            placeholder={isMixed ? different : (control.absent ?? 'Not set')}
            example={control.example}
            isMono={isOfAddresses(control.check)}
            isMultiline
            faultOf={(draft) => (draft.trim() === '' ? undefined : faultOf(draft.trim(), control.check))}
            onCommit={(draft) => commitText(draft, (text) => text.replaceAll(/\s+/g, ' '))}
          />
          {control.freeSpaceOf ? (
            <FreePrefixes
              label={label}
              current={[String(value)]}
              freeSpaceOf={control.freeSpaceOf}
              onChoose={onCommit}
            />
          ) : null}
        </>
      );
    case 'number':
      return (
        <TextControl
          label={control.unit === undefined ? label : `${label}, ${control.unit}`}
          value={typeof value === 'number' ? String(value) : ''}
          placeholder={isMixed ? different : 'Not set'}
          faultOf={(draft) => numberFault(draft.trim(), control.range)}
          onCommit={(draft) => commitText(draft, Number)}
        />
      );
    case 'list': {
      const entries = Array.isArray(value) ? value.map(String) : [];
      return (
        <>
          <TextControl
            label={label}
            value={entries.join(', ')}
            // An empty list is a value: what Azure takes by default holds where there is none.
            placeholder={isMixed ? different : value === undefined ? (control.absent ?? 'None') : 'None'}
            example={control.example}
            isMono={isOfAddresses(control.check) || isAddresses(entries.join(', '))}
            isMultiline
            faultOf={(draft) =>
              entriesOf(draft)
                .map((entry) => faultOf(entry, control.check))
                .find((fault) => fault !== undefined)
            }
            onCommit={(draft) => onCommit(entriesOf(draft))}
          />
          {control.freeSpaceOf ? (
            <FreePrefixes
              label={label}
              current={entries}
              freeSpaceOf={control.freeSpaceOf}
              onChoose={(prefix) => onCommit(withPrefix(entries, prefix))}
            />
          ) : null}
        </>
      );
    }
    case 'choice':
      return (
        <ChoiceControl
          label={label}
          value={
            isMixed ? different : typeof value === 'string' || typeof value === 'boolean' ? value : undefined
          }
          options={control.options}
          absent={control.absent}
          onCommit={onCommit}
        />
      );
    case 'reference':
      return (
        <ReferenceControl
          label={label}
          path={path}
          value={value as ResourceId | undefined}
          absent={isMixed ? different : 'None'}
          kinds={control.kinds}
          isRequired={control.isRequired ?? false}
          onCommit={onCommit}
        />
      );
    case 'references':
      return (
        <ReferencesControl
          label={label}
          path={path}
          value={value as readonly ResourceId[] | undefined}
          kinds={control.kinds}
          absent={control.absent ?? 'None'}
          onCommit={onCommit}
        />
      );
    case 'rows':
    case 'pairs':
      return null;
  }
}
