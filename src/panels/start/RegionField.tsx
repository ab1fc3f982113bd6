import { useState } from 'react';
import { type Cloud, regions } from '#catalog';
import { regionName } from '#drawing';
import { Icon, IconButton, Menu, MenuItem, paint, styled, TextField } from '#ui';
import { type FaultIn, Labelled } from './fields.tsx';

const Box = styled('div')({
  position: 'relative',
  '& input': { width: 'calc(100% - 36px)', paddingRight: 28 },
  '& > button': { position: 'absolute', bottom: 2, right: 2 },
  '&:has([aria-expanded=true])': {
    '& input': { boxShadow: `inset 0 0 0 2px ${paint('you')}` },
    '& > button svg': { transform: 'rotate(180deg)' },
  },
});

/** A region as people write it, kept by Azure's name for it: written either way, or chosen from those of the cloud. */
export function RegionField({
  cloud,
  value,
  onChange,
  ...props
}: {
  cloud: Cloud;
  value: string;
  onChange: (region: string) => void;
} & FaultIn) {
  const [draft, setDraft] = useState<string>();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const offered = [...regions[cloud]].sort((one, other) => regionName(one).localeCompare(regionName(other)));
  return (
    <Box>
      <Labelled label="Region">
        <TextField
          {...props}
          value={draft ?? regionName(value)}
          spellCheck={false}
          onChange={({ target }) => {
            setDraft(target.value);
            onChange(target.value.replaceAll(/\s/g, '').toLowerCase());
          }}
          onBlur={() => setDraft(undefined)}
        />
      </Labelled>
      <IconButton
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label="Choose a region"
        onClick={({ currentTarget }) => setAnchor(currentTarget.parentElement ?? currentTarget)}
      >
        <Icon icon="chevron-down" size={14} />
      </IconButton>
      <Menu
        anchor={anchor}
        label="Regions"
        style={{ width: anchor?.offsetWidth }}
        most={320}
        onClose={() => setAnchor(undefined)}
      >
        {offered.map((region) => (
          <MenuItem
            key={region}
            aria-current={region === value}
            onClick={() => {
              setAnchor(undefined);
              onChange(region);
            }}
          >
            {regionName(region)}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
