import type { Rect } from './geometry.ts';
import {
  type End,
  type Obstacle,
  type RewindableRouter,
  type RouteRequest,
  type Router,
  type RouterMark,
  routerOf,
} from './router.ts';
import type { Point } from './scene.ts';

/** All that a question says, one after the other. */
type Question = readonly (string | number | boolean | undefined)[];

interface Asked {
  readonly question: Question;
  readonly points?: readonly Point[] | undefined;
  readonly place?: Rect | undefined;
  /** Where the router stood after it. */
  readonly mark: RouterMark;
}

/** What the last drawing asked of its router, in order; belongs to whoever draws one design again and again. */
export interface RouterMemory {
  last?: {
    readonly known: readonly Obstacle[];
    readonly limit: number | undefined;
    readonly router: RewindableRouter;
    readonly start: RouterMark;
    readonly asked: Asked[];
  };
}

/**
 * Answers as a new router would. While the boxes are those of the last drawing and the questions come as they came
 * then, nothing is searched: an edit of a property, or a verdict, moves no edge. A `limit` is the router's patience.
 */
export function recallingRouter(
  known: readonly Obstacle[],
  memory: RouterMemory,
  limit?: number | undefined,
): Router {
  const isKnown = memory.last?.limit === limit && memory.last && isSame(memory.last.known, known);
  const last = memory.last && isKnown ? memory.last : begun(known, limit);
  memory.last = last;
  const { router, start, asked } = last;
  let at = 0;
  const recall = (question: Question): Asked | undefined => {
    const past = asked[at];
    if (past && isSaid(past.question, question)) {
      at += 1;
      return past;
    }
    if (past) {
      router.rewind(asked[at - 1]?.mark ?? start);
      asked.length = at;
    }
    return undefined;
  };
  const keep = (answer: Omit<Asked, 'mark'>) => {
    asked.push({ ...answer, mark: router.mark() });
    at += 1;
  };
  return {
    route(request) {
      const question = questionOf(request);
      const past = recall(question);
      if (past) return past.points;
      const points = router.route(request);
      keep({ question, points });
      return points;
    },
    avoid(obstacle) {
      const question = ['avoid', ...placeOf(obstacle), obstacle.id, obstacle.isContainer, obstacle.isNote];
      if (recall(question)) return;
      router.avoid(obstacle);
      keep({ question });
    },
    firstFree(places, related) {
      const { xs, y, width, height } = places;
      const question = ['free', y, width, height, ...xs, ...related];
      const past = recall(question);
      if (past) return past.place;
      const place = router.firstFree(places, related);
      keep({ question, place });
      return place;
    },
  };
}

function begun(known: readonly Obstacle[], limit: number | undefined): NonNullable<RouterMemory['last']> {
  const router = routerOf(known, limit);
  return { known, limit, router, start: router.mark(), asked: [] };
}

const placeOf = ({ x, y, width, height }: Rect): Question => [x, y, width, height];

const endOf = ({ portWidth, portHeight, ...rect }: End): Question => [
  ...placeOf(rect),
  portWidth,
  portHeight,
];

const questionOf = ({ from, to, related, barred, ...rest }: RouteRequest): Question => [
  'way',
  ...endOf(from),
  ...endOf(to),
  ...(barred ?? []).flatMap((one) => [...placeOf(one), one.id, one.isContainer, one.isNote]),
  rest.clearance,
  rest.bundle,
  rest.isShared,
  rest.preferred?.x,
  rest.preferred?.y,
  rest.isStraightOnly,
  rest.isOptional,
  ...related,
];

const isSaid = (past: Question, question: Question): boolean =>
  past.length === question.length && past.every((said, at) => said === question[at]);

const isSame = (one: readonly Obstacle[], other: readonly Obstacle[]): boolean =>
  one.length === other.length &&
  one.every((obstacle, at) => {
    const twin = other[at];
    return (
      twin !== undefined &&
      obstacle.id === twin.id &&
      obstacle.isContainer === twin.isContainer &&
      obstacle.x === twin.x &&
      obstacle.y === twin.y &&
      obstacle.width === twin.width &&
      obstacle.height === twin.height
    );
  });
