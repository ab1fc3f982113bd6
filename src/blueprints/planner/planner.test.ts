import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, goalsOf } from '#model';
import { check } from '#rules';
import { anyAnswers, coveringPairs, overlapsIn } from '#testing';
import type { Answers, GivenAnswers } from './answers.ts';
import { softwareOf } from './answers.ts';
import { contradictionIn } from './contradiction.ts';
import { inContext } from './in-context.ts';
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

describe('what answers say of themselves', () => {
  const wordsOf = (given: GivenAnswers) =>
    Object.fromEntries(
      questions.map((question) => [question.id, JSON.stringify(inContext(question, completed(given)))]),
    );

  it('keeps to the managed network where that was answered: no addresses, no endpoints of one’s own', () => {
    const { computes, scoring, hub } = wordsOf({ network: 'managed' });
    expect(computes).not.toMatch(/an address for every node|as many addresses again|its subnet has to/);
    expect(scoring).not.toContain('Two more private endpoints');
    expect(hub).not.toContain('One network, with a NAT gateway');
    expect(wordsOf({ network: 'own' }).computes).toContain('Takes an address for every node');
  });

  it('does not depend on the answer to the question itself', () => {
    for (const question of questions)
      for (const { value } of question.options)
        expect(inContext(question, completed({ [question.id]: value } as GivenAnswers)).options).toEqual(
          inContext(question, completed({})).options,
        );
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

  it('names the hub that it draws where there was none to join, and no hub where it draws none', () => {
    fc.assert(
      fc.property(anyAnswers.filter(isConsistent), (any) => {
        const answers: Answers = { ...any, hub: 'nothing' };
        if (!isConsistent(answers)) return;
        const { design, explanations } = planned(answers);
        const text = explanations.find(({ question }) => question === 'hub')?.text ?? '';
        const hasHub = design.resources.some(({ name }) => name === 'vnet-hub');
        expect(text.startsWith('A hub with a firewall is added'), text).toBe(hasHub);
        if (text.startsWith('One network,'))
          expect(design.resources.filter(({ kind }) => kind === 'virtual-network')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('says of a way in by Bastion only what the connection leaves true', () => {
    const said = (given: GivenAnswers) => planned(given).tradeOffs.join(' ');
    expect(said({})).toContain('nothing joins their desks');
    expect(said({ connection: 'vpn' })).not.toContain('nothing joins their desks');
    expect(said({ connection: 'vpn' })).toContain('People work anywhere, so they come by Bastion');
    expect(said({ connection: 'vpn', engineers: 'office' })).not.toContain('Bastion');
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

  it.each<[GivenAnswers, boolean]>([
    [{ network: 'managed' }, true],
    [{ network: 'managed', engineers: 'azure' }, true],
    [{ network: 'managed', outbound: 'anything' }, false],
    [{}, false],
    [{ network: 'managed', engineers: 'office', connection: 'vpn' }, false],
  ])('of %o says whether a tag opens sites of anybody: %s', (given, expected) => {
    const said = planned(given).staysOpen.some((one) => one.startsWith('Sites behind Azure Front Door'));
    expect(said).toBe(expected);
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
