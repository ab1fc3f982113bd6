import { categoryOf, iconOf } from '#drawing';
import type { ResourceKind } from '#model';
import { IconTile } from './IconTile.tsx';

/** A resource's icon on the tint of its category. */
export const ResourceTile = ({ kind, size }: { kind: ResourceKind; size?: number }) => (
  <IconTile icon={iconOf(kind)} colour={categoryOf(kind)} {...(size === undefined ? {} : { size })} />
);
