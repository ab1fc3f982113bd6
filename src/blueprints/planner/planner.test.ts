import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, goalsOf } from '#model';
import { check } from '#rules';
import { anyAnswers, coveringPairs, overlapsIn } from '#testing';
import type { Answers, GivenAnswers } from './answers.ts';
import { softwareOf } from './answers.ts';
import { contradictionIn } from './contradiction.ts';
import { planFor } from './plan.ts';
import { completed, questions } from './questions.ts';
import { withoutEffect } from './without-effect.ts';

const today = '2026-11-23';

const planned = (given: GivenAnswers, workspaces = 1) => {
  const result = planFor(given, { workspaces });
  if (!('plan' in result)) throw new Error(JSON.stringify(result));
  return result.plan;
};

/** Left open by the article, or by what the pages say of a cloud; said in the plan’s trade-offs. */
const leftOpen = new Set(['online-deployment-egress', 'monitor-public']);

/** Some hosts of Visual Studio Code are storage, which a managed network opens by no host name; the trade-offs say so. */
const isStorageOfEditor = (rule: string, text: string) =>
  rule === 'software-unreachable' && text.includes(' blocks vscode: ');

const faultsOf = (design: Design): readonly string[] => {
  const { findings, summary } = check(design, { today });
  return [
    ...findings
      .filter(({ severity, verdict, rule, text }) =>
        verdict === 'cannot-tell'
          ? true
          : severity !== 'note' && !leftOpen.has(rule) && !isStorageOfEditor(rule, text),
      )
      .map(({ rule, text }) => `${rule}: ${text}`),
    ...(summary.accepted > 0 ? ['something is accepted'] : []),
    ...overlapsIn(design),
  ];
};

const isConsistent = (answers: Answers) => contradictionIn(answers) === undefined;

describe('the questions', () => {
  it('are about a dozen, each with its default among its answers', () => {
    expect(questions.length).toBeGreaterThanOrEqual(11);
    expect(questions.length).toBeLessThanOrEqual(15);
    for (const { options, standard } of questions)
      expect(options.map(({ value }) => value)).toContain(standard);
  });

  it('are told apart, and so are their answers', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { options } of questions) {
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      expect(new Set(options.map(({ title }) => title)).size).toBe(options.length);
    }
  });
});

describe('a plan', () => {
  it.each(coveringPairs().map((answers) => [JSON.stringify(answers), answers] as const))(
    'has no error, nothing undecided and no overlap with %s',
    (_, answers) => {
      // A pair that contradicts itself is refused; the test of contradictions has these.
      if (isConsistent(answers)) expect(faultsOf(planned(answers).design)).toEqual([]);
    },
  );

  it('has none with any answers', () => {
    fc.assert(
      fc.property(anyAnswers.filter(isConsistent), fc.integer({ min: 1, max: 3 }), (answers, workspaces) => {
        expect(faultsOf(planned(answers, workspaces).design)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has the goals that were answered, and never weaker ones', () => {
    fc.assert(
      fc.property(anyAnswers.filter(isConsistent), (answers) => {
        expect(goalsOf(planned(answers).design)).toEqual({
          workspace: answers.access,
          exfiltrationPrevention: answers.outbound === 'no-exfiltration' ? 'on' : 'off',
          internetOutbound: answers.outbound === 'anything' ? 'allowed' : 'approved',
          cloud: answers.cloud,
          software: softwareOf[answers.software],
        });
      }),
    );
  });

  it('is the strictest where nothing is answered, and says so of every question', () => {
    const { design, explanations } = planned({});
    expect(goalsOf(design)).toEqual(goalsOf({ ...design, goals: {} }));
    expect(explanations.map(({ question }) => question)).toEqual(questions.map(({ id }) => id));
    for (const { defaultWhy } of explanations) expect(defaultWhy).toMatch(/\.$/);
  });

  it('tells answers from defaults', () => {
    const { explanations } = planned({ hub: 'hub-with-firewall' });
    expect(explanations.filter(({ defaultWhy }) => defaultWhy === undefined)).toEqual([
      {
        question: 'hub',
        answer: 'A hub with a firewall',
        text: 'A spoke of the hub; everything leaves by its firewall.',
      },
    ]);
  });

  it('says of every answer that makes no difference why', () => {
    fc.assert(
      fc.property(anyAnswers.filter(isConsistent), (answers) => {
        const { design } = planned(answers);
        for (const { id, standard } of questions) {
          const standardly = { ...answers, [id]: standard };
          if (answers[id] === standard || !isConsistent(standardly)) continue;
          if (JSON.stringify(planned(standardly).design) === JSON.stringify(design))
            expect(withoutEffect(answers, id), id).toBeDefined();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('claims nothing of an answer that its design has not', () => {
    const textOf = (given: GivenAnswers, id: keyof Answers) =>
      planned(given).explanations.find(({ question }) => question === id)?.text;
    expect(textOf({ network: 'managed' }, 'nodes')).toContain('no addresses of yours');
    expect(textOf({ network: 'managed', addresses: 'few' }, 'addresses')).toContain('no addresses of yours');
    expect(textOf({ network: 'managed', hub: 'hub' }, 'hub')).toContain('No hub is drawn');
    expect(textOf({ callers: 'azure' }, 'callers')).toContain('Callers are not drawn');
    expect(textOf({ scoring: 'online', callers: 'azure' }, 'callers')).toContain('A subnet for them');
  });

  it('is the same for the same answers', () => {
    expect(JSON.stringify(planned({ scoring: 'batch' }))).toBe(JSON.stringify(planned({ scoring: 'batch' })));
  });

  it.each<readonly [GivenAnswers, string]>([
    [{}, 'hub-and-spoke-exfiltration-prevention'],
    [{ outbound: 'anything' }, 'one-network'],
    [
      { outbound: 'anything', hub: 'hub-with-firewall', scoring: 'online', connection: 'express-route' },
      'recommended',
    ],
    [{ addresses: 'few', outbound: 'anything', connection: 'vpn' }, 'isolated-network'],
    [{ access: 'public', outbound: 'anything', hub: 'hub-with-firewall' }, 'public-workspace'],
    [{ network: 'managed', outbound: 'anything', scoring: 'online' }, 'managed-network'],
    [{ network: 'managed', scoring: 'online' }, 'managed-network-approved-outbound'],
  ])('of %o is most like %s', (given, id) => {
    expect(planned(given).nearest.id).toBe(id);
  });

  it('says what stays open: the internet, storage, uploads, sign-in', () => {
    const open = (given: GivenAnswers) => planned(given).staysOpen.join(' ');
    expect(open({})).toBe('');
    expect(open({ outbound: 'anything' })).toContain('The internet');
    expect(open({ outbound: 'approved' })).toContain('Storage of the whole region');
    expect(open({ software: 'models' })).toContain('take uploads');
    expect(open({ access: 'public' })).toContain('conditional access');
  });

  it('refuses an address space that cannot be used, in one sentence', () => {
    expect(planFor({}, { addressSpace: '10.0.0.0/28' })).toEqual({
      of: 'addressSpace',
      fault: expect.stringMatching(/^10\.0\.0\.0\/28 is too small/),
    });
    expect(planFor({}, { addressSpace: 'ten' })).toEqual({
      of: 'addressSpace',
      fault: expect.stringContaining('“ten”'),
    });
    expect(planFor({}, { region: 'chinanorth3' })).toMatchObject({ of: 'region' });
    expect(planFor({}, { workspaces: 0 })).toMatchObject({ of: 'workspaces' });
  });
});

describe('answers that contradict each other', () => {
  const contradiction: GivenAnswers = { scoring: 'online', callers: 'office' };

  it('are refused by name, with ways out that each do', () => {
    const result = planFor(contradiction);
    if (!('contradiction' in result)) throw new Error('it is not refused');
    const { id, text, between, waysOut } = result.contradiction;
    expect(id).toBe('callers-without-connection');
    expect(text).toMatch(/^Applications in the office .*\.$/);
    expect(between).toEqual(['connection', 'callers', 'access']);
    expect(waysOut.length).toBeGreaterThan(2);
    for (const { change } of waysOut)
      expect(Object.keys(planFor({ ...contradiction, ...change }))).toEqual(['plan']);
  });

  it('are fewer than two in a hundred', () => {
    const sample = fc.sample(anyAnswers, { numRuns: 20_000, seed: 11 });
    const refused = sample.filter((answers) => !isConsistent(answers)).length;
    expect(refused).toBeGreaterThan(0);
    expect(refused / sample.length).toBeLessThan(0.02);
  });

  it('are none that a default takes part in alone', () => {
    expect(contradictionIn(completed({}))).toBeUndefined();
    for (const { id, options } of questions)
      for (const { value } of options)
        expect(contradictionIn(completed({ [id]: value } as GivenAnswers))).toBeUndefined();
  });
});
