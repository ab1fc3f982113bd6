import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { check } from '#rules';
import { createAppStore } from '#store';
import { isolatedWorkspace } from '#testing';
import { acceptanceFaults, acceptFinding, proposedAcceptance, revokeAcceptance } from './accept-finding.ts';
import type { Browser, CommandContext } from './command.ts';

const today = '2026-11-23';
const draft = { reason: ' Tests only ', owner: 'Ada', expires: '2026-12-31' };

function setUp() {
  const store = createAppStore(isolatedWorkspace().set('crml', { sku: 'Standard' }).build());
  const browser: Partial<Browser> = { today: () => today, newId: () => 'new' as ResourceId };
  const context: CommandContext = { store, browser: browser as Browser };
  const first = () => {
    const [finding] = check(store.getState().design, { today }).findings;
    if (!finding) throw new Error('Nothing was found');
    return finding;
  };
  return { context, store, first };
}

describe('accepting a finding', () => {
  it('is one step of a name, which undo takes back', () => {
    const { context, store, first } = setUp();
    const { design } = store.getState();
    acceptFinding(context, first(), draft);
    expect(first().accepted).toMatchObject({ reason: 'Tests only', owner: 'Ada', expires: '2026-12-31' });
    expect(store.getState().lastEdit).toMatch(/^accept “/);
    expect(store.getState().lastEdit.length).toBeLessThan(60);
    store.temporal.getState().undo();
    expect(store.getState().design).toBe(design);
  });

  it('refuses an end that is no day', () => {
    for (const expires of ['soon', '2027-2-3', '2027-02-30', '2027-13-01'])
      expect(acceptanceFaults({ ...draft, expires }, today)).toEqual({
        expires: 'Write a day such as 2027-02-21.',
      });
    expect(acceptanceFaults({ ...draft, expires: '2028-02-29' }, today)).toEqual({});
  });

  it('has no end where none is given', () => {
    const { context, first } = setUp();
    acceptFinding(context, first(), { ...draft, expires: '' });
    expect(first().accepted).not.toHaveProperty('expires');
  });

  it('replaces what was said before, and is revoked as a step of its own', () => {
    const { context, store, first } = setUp();
    acceptFinding(context, first(), draft);
    acceptFinding(context, first(), { ...draft, owner: 'Bo' });
    expect(store.getState().design.accepted.map(({ owner }) => owner)).toEqual(['Bo']);
    revokeAcceptance(context, first());
    expect(first().accepted).toBeUndefined();
    expect(store.getState().lastEdit).toMatch(/^revoke the acceptance of “/);
  });

  it('begins with the owner who accepted last and an end in 90 days', () => {
    const { context, first } = setUp();
    const proposed = { reason: '', owner: '', expires: '2027-02-21' };
    expect(proposedAcceptance(context, first())).toEqual(proposed);
    acceptFinding(context, { ...first(), fingerprint: 'other' }, draft);
    expect(proposedAcceptance(context, first())).toEqual({ ...proposed, owner: 'Ada' });
  });

  it.each([
    ['no reason', { ...draft, reason: ' ' }, ['reason']],
    ['no owner', { ...draft, owner: '' }, ['owner']],
    ['a day that has passed', { ...draft, expires: '2026-11-22' }, ['expires']],
    ['today', { ...draft, expires: today }, []],
    ['no end', { ...draft, expires: '' }, []],
  ])('says what is wrong with %s', (_, given, fields) => {
    expect(Object.keys(acceptanceFaults(given, today))).toEqual(fields);
  });
});
