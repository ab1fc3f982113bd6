import type { FullConfig, Reporter, Suite, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { asked } from './variants.ts';

/** Escape sequences with which Playwright colours its messages. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const say = (line: string) => process.stdout.write(`${line}\n`);

const firstLines = (message = '') =>
  message.replace(colours, '').split('\n').slice(0, 4).join(' ').slice(0, 300);

/** Says of each state that was not reached why, in one line, and how many were. */
export default class LookReporter implements Reporter {
  #reached = 0;
  #missed = 0;
  #start = 0;

  onBegin(_: FullConfig, suite: Suite) {
    this.#start = performance.now();
    say(`${suite.allTests().length} series of states, pictures in ${asked.out}`);
  }

  onStepEnd(test: TestCase, _: TestResult, { category, title, error }: TestStep) {
    if (category !== 'test.step') return;
    if (!error) this.#reached += 1;
    else {
      this.#missed += 1;
      say(`not reached  ${title}  (${test.parent.project()?.name})  ${firstLines(error.message)}`);
    }
  }

  onTestEnd(test: TestCase, { status, error }: TestResult) {
    if (status === 'passed' || status === 'skipped') return;
    this.#missed += 1;
    say(`not begun  ${test.title}  (${test.parent.project()?.name})  ${firstLines(error?.message)}`);
  }

  onError({ message }: { message?: string }) {
    this.#missed += 1;
    say(firstLines(message));
  }

  async onEnd() {
    const minutes = ((performance.now() - this.#start) / 60_000).toFixed(1);
    say(`${this.#reached} states reached, ${this.#missed} not, in ${minutes} min`);
    return { status: this.#missed > 0 || this.#reached === 0 ? ('failed' as const) : ('passed' as const) };
  }
}
