import type { ResourceId } from '#model';
import { entriesOf, faultOf } from '../check-text.ts';
import type { Field } from '../fields/field.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { ReferenceControl } from './ReferenceControl.tsx';
import { ReferencesControl } from './ReferencesControl.tsx';
import { TextControl } from './TextControl.tsx';

const numberFault = (draft: string) =>
  draft === '' || /^\d{1,9}$/.test(draft) ? undefined : 'Write a whole number, or leave it empty.';

/** The control of one property; `onCommit` returns why the value was refused. */
export function FieldControl({
  field: { label, control },
  value,
  onCommit,
}: {
  field: Field;
  value: unknown;
  onCommit: (value: unknown) => string | undefined;
}) {
  switch (control.type) {
    case 'text':
      return (
        <TextControl
          label={label}
          value={typeof value === 'string' ? value : ''}
          placeholder={control.placeholder ?? 'Not set'}
          isMono={control.check !== 'any'}
          faultOf={(draft) => (draft.trim() === '' ? undefined : faultOf(draft.trim(), control.check))}
          onCommit={(draft) => onCommit(draft.trim() === '' ? undefined : draft.trim())}
        />
      );
    case 'number':
      return (
        <TextControl
          label={control.unit === undefined ? label : `${label}, ${control.unit}`}
          value={typeof value === 'number' ? String(value) : ''}
          placeholder="Not set"
          faultOf={(draft) => numberFault(draft.trim())}
          onCommit={(draft) => onCommit(draft.trim() === '' ? undefined : Number(draft))}
        />
      );
    case 'list': {
      const entries = Array.isArray(value) ? value.map(String) : [];
      return (
        <TextControl
          label={label}
          value={entries.join(', ')}
          placeholder={control.placeholder ?? 'None'}
          isMono={control.check !== 'any'}
          isMultiline
          faultOf={(draft) =>
            entriesOf(draft)
              .map((entry) => faultOf(entry, control.check))
              .find((fault) => fault !== undefined)
          }
          onCommit={(draft) => onCommit(entriesOf(draft))}
        />
      );
    }
    case 'choice':
      return (
        <ChoiceControl
          label={label}
          value={typeof value === 'string' || typeof value === 'boolean' ? value : undefined}
          options={control.options}
          absent={control.absent}
          onCommit={onCommit}
        />
      );
    case 'reference':
      return (
        <ReferenceControl
          label={label}
          value={value as ResourceId | undefined}
          kinds={control.kinds}
          isRequired={control.isRequired ?? false}
          onCommit={onCommit}
        />
      );
    case 'references':
      return (
        <ReferencesControl
          label={label}
          value={value as readonly ResourceId[] | undefined}
          kinds={control.kinds}
          onCommit={onCommit}
        />
      );
    case 'rows':
      return null;
  }
}
