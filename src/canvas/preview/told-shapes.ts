import { fitted, type SceneItem, type Shape, textStyles } from '#drawing';
import { measures, textWidth } from '#layout';
import { isAlike } from '#model';

type Text = Extract<Shape, { type: 'text' }>;
type Drawn = Pick<SceneItem, 'shapes' | 'width' | 'height' | 'role'>;

const isText = (shape: Shape): shape is Text => shape.type === 'text';
const wholeOf = ({ full, text }: Text): string => full ?? text;

/** Free between a prefix at the right and the name before it. */
const besideName = 6;

/** How wide a text may be in its place. */
function roomFor(text: Text, { shapes, width }: Drawn): number {
  if (text.anchor === 'middle') return width;
  if (text.anchor !== 'end') return width - text.x - measures.node.right;
  const ends = shapes
    .filter(isText)
    .filter((one) => one !== text && one.y === text.y)
    .map((one) => one.x + textWidth(one.text, textStyles[one.style]) + besideName);
  return text.x - Math.max(0, ...ends);
}

/** The first of some words that has room in the place of a text, in the paint of what a fix changes. */
function told(text: Text, words: readonly string[], item: Drawn): Text | undefined {
  const room = roomFor(text, item);
  return words
    .map((one) => fitted(one, text.x, text.y, text.style, 'you', room, text.anchor))
    .find(({ full }) => full === undefined);
}

/** The one fact that a node shows. */
const factOf = ({ role, shapes }: Drawn): Text | undefined => {
  const texts = role === 'node' ? shapes.filter(isText) : [];
  return texts.length > 1
    ? texts.find(({ style }) => style === 'fact' || style === 'small-address')
    : undefined;
};

/** `Registry, Basic → Premium`, and shorter: what both begin with is said once, or not at all. */
function joined(before: string, after: string): readonly string[] {
  let same = '';
  for (const word of after.split(/(?<=\s)/)) {
    if (!before.startsWith(same + word) || same + word === after) break;
    same += word;
  }
  const rest = after.slice(same.length);
  return [`${before} → ${rest}`, `${before.slice(same.length)} → ${rest}`, after];
}

/** The shapes of an item as it would be, with what it says anew told as new; none where they say the same. */
export function changedShapes(item: Drawn, then: Drawn | undefined): readonly Shape[] | undefined {
  if (!then || isAlike(item.shapes, then.shapes)) return undefined;
  const [was, is] = [item.shapes.filter(isText), then.shapes.filter(isText)];
  const known = new Set(was.map(wholeOf));
  const fact = factOf(item);
  const wordsFor = (text: Text): readonly string[] => {
    const next = wholeOf(text);
    return fact && text.style === 'fact' && fact.style === 'fact' ? joined(wholeOf(fact), next) : [next];
  };
  if (then.width === item.width && then.height === item.height)
    return then.shapes.map((shape) =>
      isText(shape) && !known.has(wholeOf(shape))
        ? (told(shape, wordsFor(shape), then) ?? { ...shape, fill: 'you' })
        : shape,
    );
  // It would have another box: what it says anew is told in the places that it has.
  if (was.length !== is.length) return undefined;
  const anew = new Map<Shape, Shape>();
  for (const [at, text] of was.entries()) {
    const next = is[at];
    if (!next || wholeOf(next) === wholeOf(text)) continue;
    const parts = inPlace(text, wholeOf(next), item);
    if (!parts) return undefined;
    for (const [old, part] of parts) anew.set(old, part);
  }
  return anew.size === 0 ? undefined : item.shapes.map((shape) => anew.get(shape) ?? shape);
}

/** The least that a name gives way to a longer prefix on its line. */
const leastName = 40;

/** A text in its place; at the right of a name, that is cut where both have no room. */
function inPlace(text: Text, words: string, item: Drawn): readonly (readonly [Shape, Shape])[] | undefined {
  const whole = told(text, [words], item);
  if (whole) return [[text, whole]];
  const name = item.shapes.filter(isText).find((one) => one !== text && one.y === text.y);
  if (text.anchor !== 'end' || !name) return undefined;
  const room = text.x - textWidth(words, textStyles[text.style]) - besideName - name.x;
  if (room < leastName) return undefined;
  return [
    [text, { ...text, text: words, fill: 'you' }],
    [name, fitted(wholeOf(name), name.x, name.y, name.style, name.fill, room)],
  ];
}

/** The shapes of a node that says in the place of its fact what would change; none where that has no room. */
export function withFact(item: Drawn, words: readonly string[]): readonly Shape[] | undefined {
  const fact = factOf(item);
  const next = fact && told({ ...fact, style: 'fact' }, words, item);
  return next && item.shapes.map((shape) => (shape === fact ? next : shape));
}
