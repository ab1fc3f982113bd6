import { expect, it } from 'vitest';
import { emptyDesign } from '#model';
import { createCheckScheduler, type Verdict } from './check-scheduler.ts';

const verdictOn = (name: string): Verdict => ({
  result: {
    findings: [],
    passed: [{ rule: name, category: 'DNS', title: name, at: [], evidence: '' }],
    summary: { errors: 0, warnings: 0, notes: 0, passed: 1, cannotTell: 0, accepted: 0 },
  },
  tookMs: 1,
  internet: [],
});

function setUp() {
  const asked: { name: string; answer: (fails?: boolean) => void }[] = [];
  const published: string[] = [];
  const failures: unknown[] = [];
  const scheduler = createCheckScheduler({
    check: ({ name }) =>
      new Promise((resolve, reject) =>
        asked.push({ name, answer: (fails) => (fails ? reject('broken') : resolve(verdictOn(name))) }),
      ),
    publish: ({ result }) => published.push(result.passed[0]?.rule ?? ''),
    fail: (reason) => failures.push(reason),
  });
  const ask = (name: string) => scheduler.request(emptyDesign(name));
  const settle = () => new Promise((done) => setImmediate(done));
  return { asked, published, failures, ask, settle };
}

it('checks the last of several designs that came during a check, and never two at once', async () => {
  const { asked, published, ask, settle } = setUp();
  for (const name of ['a', 'b', 'c']) ask(name);
  expect(asked.map((one) => one.name)).toEqual(['a']);
  asked[0]?.answer();
  await settle();
  expect(asked.map((one) => one.name)).toEqual(['a', 'c']);
  asked[1]?.answer();
  await settle();
  expect(published).toEqual(['c']);
});

it('goes on after a check that failed, and says so', async () => {
  const { asked, published, failures, ask, settle } = setUp();
  ask('a');
  asked[0]?.answer(true);
  await settle();
  ask('b');
  asked[1]?.answer();
  await settle();
  expect(failures).toEqual(['broken']);
  expect(published).toEqual(['b']);
});
