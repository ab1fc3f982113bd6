import { Choice } from '#material';
import { Absent, QuietSelect } from './quiet.ts';

const nothing = ' ';

/** Words that say themselves that nobody has chosen. */
const ownWords = ['Not set', 'Default', 'Given by Azure', 'In full'];

const unsetInWords = (absent = 'Not set'): string =>
  ownWords.includes(absent) ? absent : `${absent} by default`;

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
    onChange={(event) => {
      const chosen = options.find(([one]) => String(one) === event.target.value);
      onCommit(chosen ? chosen[0] : event.target.value === nothing ? undefined : value);
    }}
  >
    {absent === undefined && value !== undefined ? null : (
      <Choice value={nothing}>
        <Absent>{unsetInWords(absent)}</Absent>
      </Choice>
    )}
    {value === undefined || options.some(([one]) => one === value) ? null : (
      // What a file brought that is none of the usual.
      <Choice value={String(value)}>{String(value)}</Choice>
    )}
    {options.map(([one, title]) => (
      <Choice key={String(one)} value={String(one)}>
        {title}
      </Choice>
    ))}
  </QuietSelect>
);
