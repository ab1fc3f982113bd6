import type { SceneItem, Shape, TextStyle } from './scene.ts';
import { asBeside } from './telling-part.ts';

const nameStyles: ReadonlySet<TextStyle> = new Set([
  'container-name',
  'subnet-name',
  'resource-name',
  'label',
]);

const nameOf = ({ shapes }: SceneItem): readonly string[] => {
  const name = shapes.find(
    (shape): shape is Extract<Shape, { type: 'text' }> =>
      shape.type === 'text' && nameStyles.has(shape.style),
  );
  return name ? [name.full ?? name.text] : [];
};

const keyOf = ({ parent = '', role }: SceneItem): string => `${role} ${parent}`;

const known = new WeakMap<readonly SceneItem[], ReadonlyMap<string, string>>();

function allBeside(items: readonly SceneItem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>();
  for (const item of items) {
    const own = names.get(keyOf(item));
    if (own) own.push(...nameOf(item));
    else names.set(keyOf(item), [...nameOf(item)]);
  }
  return new Map([...names].map(([key, all]) => [key, asBeside(all)]));
}

/** The names of what stands with an item and is of its role, itself among them: from these its own is to be told. */
export function namesBeside(items: readonly SceneItem[], item: SceneItem): string {
  const all = known.get(items) ?? allBeside(items);
  known.set(items, all);
  return all.get(keyOf(item)) ?? '';
}
