import { select, selection } from 'd3-selection';

type Event = 'start' | 'interrupt' | 'end';
type Step = (progress: number) => void;

/** The transition of each element, which a later one or a hand on it ends. */
const running = new WeakMap<Element, Transition>();

/**
 * One change over time, as React Flow asks it of d3-transition for its view. The build takes this in the place of that
 * package, most of which changes colours, attributes and styles.
 */
export class Transition {
  readonly #node: Element;
  readonly #listeners: (readonly [Event, () => void])[] = [];
  #milliseconds = 0;
  #ease: (progress: number) => number = (progress) => progress;
  #begin: () => Step = () => () => undefined;
  #frame: number;

  constructor(node: Element) {
    interrupt(node);
    this.#node = node;
    running.set(node, this);
    this.#frame = requestAnimationFrame((start) => this.#start(start));
  }

  selection() {
    return select(this.#node);
  }

  duration(milliseconds: number): this {
    this.#milliseconds = milliseconds;
    return this;
  }

  ease(ease: (progress: number) => number): this {
    this.#ease = ease;
    return this;
  }

  /** Types are separated by blanks; what follows a full stop only tells listeners apart. */
  on(types: string, listener: (this: Element) => void): this {
    for (const type of types.split(' '))
      this.#listeners.push([type.split('.')[0] as Event, () => listener.call(this.#node)]);
    return this;
  }

  tween(_name: string, begin: (this: Element) => Step): this {
    this.#begin = () => begin.call(this.#node);
    return this;
  }

  interrupt(): void {
    cancelAnimationFrame(this.#frame);
    running.delete(this.#node);
    this.#tell('interrupt');
  }

  #start(start: number) {
    this.#tell('start');
    const step = this.#begin();
    const tick = (now: number) => {
      const progress = Math.min(1, (now - start) / this.#milliseconds);
      step(this.#ease(progress));
      if (progress < 1) this.#frame = requestAnimationFrame(tick);
      else {
        running.delete(this.#node);
        this.#tell('end');
      }
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #tell(event: Event) {
    for (const [type, listener] of this.#listeners) if (type === event) listener();
  }
}

/** The transition of an element that is not over yet. */
export const underWay = (node: Element | null | undefined): Transition | undefined =>
  node ? running.get(node) : undefined;

/** Ends the transition of an element where it has come to. */
export const interrupt = (node: Element): void => running.get(node)?.interrupt();

Object.assign(selection.prototype, {
  transition(this: { node(): Element }) {
    return new Transition(this.node());
  },
  interrupt<This extends { node(): Element | null }>(this: This): This {
    const node = this.node();
    if (node) interrupt(node);
    return this;
  },
});
