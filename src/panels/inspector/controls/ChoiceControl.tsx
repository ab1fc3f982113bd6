import MenuItem from '@mui/material/MenuItem';
import { Absent, QuietSelect } from './quiet.ts';

const nothing = ' ';

/** One of a few values, or none: then what Azure takes is said. */
export const ChoiceControl = ({
  label,
  value,
  options,
  absent,
  onCommit,
}: {
  label: string;
  value: string | boolean | undefined;
  options: readonly (readonly [value: string | boolean, title: string])[];
  absent: string | undefined;
  onCommit: (value: string | boolean | undefined) => void;
}) => (
  <QuietSelect
    value={value === undefined ? nothing : String(value)}
    inputProps={{ 'aria-label': label }}
    onChange={(event) => onCommit(options.find(([one]) => String(one) === event.target.value)?.[0])}
  >
    {absent === undefined && value !== undefined ? null : (
      <MenuItem value={nothing}>
        <Absent>{absent === undefined || absent === 'Not set' ? 'Not set' : `${absent}, not set`}</Absent>
      </MenuItem>
    )}
    {options.map(([one, title]) => (
      <MenuItem key={String(one)} value={String(one)}>
        {title}
      </MenuItem>
    ))}
  </QuietSelect>
);
