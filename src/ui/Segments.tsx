import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

/** One choice of a few, side by side. */
export const Segments = <T extends string>({
  label,
  value,
  options,
  onChange,
  isWide = false,
  disabled = [],
}: {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly title: string }[];
  onChange: (value: T) => void;
  isWide?: boolean;
  disabled?: readonly T[];
}) => {
  // The group is entered at what is chosen, as a group of radio buttons is.
  const entry = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <ToggleButtonGroup
      exclusive
      fullWidth={isWide}
      aria-label={label}
      value={value}
      onChange={(_, next: T | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          value={option.value}
          tabIndex={option.value === entry ? 0 : -1}
          disabled={disabled.includes(option.value)}
        >
          {option.title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
