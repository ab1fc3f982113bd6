import type { ReactNode } from 'react';
import type { Fault } from '#blueprints';
import { paint, styled, TextField } from '#ui';

const Field = styled('label')({
  display: 'grid',
  gap: 4,
  minWidth: 0,
  fontSize: 11.5,
  lineHeight: '16px',
  fontWeight: 500,
  color: paint('t2'),
});
/** A control with its label above. */
export const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <Field>
    {label}
    {children}
  </Field>
);

/** What a field has to say while its value cannot be used. */
export interface FaultIn {
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

/** Marks the field that a fault is of. */
export const faultIn =
  (fault: Fault | undefined, faultId: string) =>
  (setting: Fault['of']): FaultIn =>
    fault?.of === setting ? { 'aria-invalid': true, 'aria-describedby': faultId } : {};

/** A whole number; `NaN` while nothing is written. */
export const NumberField = ({
  label,
  value,
  onChange,
  ...props
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
} & FaultIn) => (
  <Labelled label={label}>
    <TextField
      {...props}
      type="number"
      value={Number.isNaN(value) ? '' : value}
      min={1}
      step={1}
      onChange={({ target }) => onChange(target.value === '' ? Number.NaN : Number(target.value))}
    />
  </Labelled>
);
