import { useEffect, useId, useState } from 'react';
import { Fault, QuietInput } from './quiet.ts';

/** A text that is committed on leaving or Enter; what is wrong stays in the field with the reason below it. */
export function TextControl({
  label,
  value,
  placeholder,
  isMono = false,
  isMultiline = false,
  faultOf,
  onCommit,
}: {
  label: string;
  value: string;
  placeholder?: string | undefined;
  isMono?: boolean;
  isMultiline?: boolean;
  faultOf: (draft: string) => string | undefined;
  /** Returns why it was refused. */
  onCommit: (draft: string) => string | undefined;
}) {
  const [draft, setDraft] = useState(value);
  const [fault, setFault] = useState<string>();
  const faultId = useId();
  useEffect(() => {
    setDraft(value);
    setFault(undefined);
  }, [value]);

  const commit = () => setFault(draft === value ? undefined : (faultOf(draft) ?? onCommit(draft)));

  return (
    <>
      <QuietInput
        value={draft}
        multiline={isMultiline}
        error={fault !== undefined}
        placeholder={placeholder ?? ''}
        inputProps={{
          'aria-label': label,
          className: isMono ? 'mono' : undefined,
          spellCheck: false,
          ...(fault === undefined ? {} : { 'aria-describedby': faultId }),
        }}
        onChange={(event) => {
          setDraft(event.target.value);
          if (fault !== undefined) setFault(faultOf(event.target.value));
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape') {
            setDraft(value);
            setFault(undefined);
          }
        }}
      />
      {fault === undefined ? null : (
        <Fault id={faultId} role="alert">
          {fault}
        </Fault>
      )}
    </>
  );
}
