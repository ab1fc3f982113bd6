import type { ReactNode } from 'react';
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

/** A whole number; `NaN` while nothing is written. */
export const NumberField = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) => (
  <Labelled label={label}>
    <TextField
      type="number"
      value={Number.isNaN(value) ? '' : value}
      min={1}
      step={1}
      onChange={({ target }) => onChange(target.value === '' ? Number.NaN : Number(target.value))}
    />
  </Labelled>
);
