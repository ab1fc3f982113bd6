import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { categoryOf, iconOf } from '#drawing';
import { findResource, type Resource, type ResourceId, type ResourceKind } from '#model';
import { Icon, paint, ResourceTile, useAppState } from '#ui';
import { Absent, QuietSelect } from './quiet.ts';

const nothing = ' ';

const Badge = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 5,
  height: 20,
  maxWidth: '100%',
  margin: '-2px 0',
  padding: '0 6px',
  borderRadius: 5,
  fontSize: 11,
  fontWeight: 550,
  verticalAlign: 'top',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Another resource by name; only kinds that fit are offered. */
export function ReferenceControl({
  label,
  value,
  kinds,
  isRequired,
  onCommit,
}: {
  label: string;
  value: ResourceId | undefined;
  kinds: readonly ResourceKind[];
  isRequired: boolean;
  onCommit: (value: ResourceId | undefined) => void;
}) {
  const design = useAppState((state) => state.design);
  const fitting: readonly Resource[] = design.resources.filter((resource) => kinds.includes(resource.kind));
  const current = findResource(design, value);
  const isOther = value !== undefined && !fitting.some((resource) => resource.id === value);
  return (
    <QuietSelect
      value={value ?? nothing}
      displayEmpty
      inputProps={{ 'aria-label': label }}
      onChange={(event) =>
        onCommit(event.target.value === nothing ? undefined : (event.target.value as ResourceId))
      }
      renderValue={() =>
        current ? (
          <Badge
            style={{
              color: paint(categoryOf(current.kind)),
              backgroundColor: paint(`${categoryOf(current.kind)}-tint`),
            }}
          >
            <Icon icon={iconOf(current.kind)} size={12} />
            <span>{current.name}</span>
          </Badge>
        ) : (
          <Absent>{value === undefined ? 'None' : 'Not in this design'}</Absent>
        )
      }
    >
      {isRequired ? null : (
        <MenuItem value={nothing}>
          <Absent>None</Absent>
        </MenuItem>
      )}
      {isOther ? (
        <MenuItem value={value}>
          <Absent>{current?.name ?? 'Not in this design'}</Absent>
        </MenuItem>
      ) : null}
      {fitting.map((resource) => (
        <MenuItem key={resource.id} value={resource.id} sx={{ gap: 2 }}>
          <ResourceTile kind={resource.kind} size={18} />
          {resource.name}
        </MenuItem>
      ))}
    </QuietSelect>
  );
}
