import { type Box, groupedBy } from '#model';
import { isContainer, type Thing } from './drawn.ts';
import { type Packing, sizeOf } from './pack.ts';

/** Subnets that stood below each other and were equally wide are so still where one of them had to become wider. */
export function evenColumns(
  packing: Packing,
  { children }: Thing,
  before: (child: Thing) => Box | undefined,
): void {
  const columns = groupedBy(
    children.filter((child) => isContainer(child) && before(child)),
    (child) => `${before(child)?.x} ${before(child)?.width}`,
  );
  for (const column of columns.values()) {
    const width = Math.max(...column.map((one) => sizeOf(packing, one).width));
    for (const one of column) {
      const box = packing.boxes.get(one.id);
      if (box) packing.boxes.set(one.id, { ...box, width });
    }
  }
}
