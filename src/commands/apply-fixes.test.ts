import { describe, expect, it, vi } from 'vitest';
import { type Design, edits, findResource, type ResourceId, resourcesOfKind } from '#model';
import { check, type Finding } from '#rules';
import { commandContext, isolatedWorkspace, securityRule } from '#testing';
import {
  blockedOutboundAt,
  closePreview,
  fixAllErrors,
  fixableOfKind,
  fixFinding,
  openRequiredOutbound,
  previewFix,
} from './apply-fixes.ts';
import type { Browser } from './command.ts';
import { stepThrough } from './undo.ts';

const today = '2026-11-23';
const twoFaults = () => isolatedWorkspace().remove('pe-stml-file').set('crml', { sku: 'Standard' }).build();

const fixable = (of: ReturnType<typeof twoFaults>): readonly Finding[] =>
  check(of, { today }).findings.filter(({ verdict, fixes }) => verdict === 'failed' && fixes.length > 0);

const fingerprintsOf = (findings: readonly Finding[]) => findings.map(({ fingerprint }) => fingerprint);

/** A context whose fixes wait until they are let go, one after the other. */
function slowly() {
  const start = twoFaults();
  const { fix } = commandContext(start).browser;
  const held: { go: () => void; signal: AbortSignal }[] = [];
  const slow: Browser['fix'] = async (request, signal, onPart) => {
    await new Promise<void>((go, stop) => {
      held.push({ go, signal });
      signal.addEventListener('abort', () => stop(signal.reason));
    });
    onPart(0.5);
    return fix(request, signal, onPart);
  };
  const context = commandContext(start, { fix: slow });
  const next = async () => {
    await vi.waitUntil(() => held.length > 0);
    held.shift()?.go();
  };
  return { start, context, held, next, state: () => context.store.getState() };
}

describe('fixing all of a kind', () => {
  it('is offered where the finding itself has a fix', () => {
    const [finding] = fixable(twoFaults());
    if (!finding) throw new Error('There is nothing to fix');
    expect(fixableOfKind([finding], finding)).toEqual([finding]);
    expect(fixableOfKind([finding], { ...finding, verdict: 'cannot-tell', fixes: [] })).toEqual([]);
  });
});

describe('a fix that is worked out elsewhere', () => {
  it('comes with its findings: the design is never shown with those of before', async () => {
    const start = twoFaults();
    const context = commandContext(start);
    const [first] = fixable(start);
    if (!first) throw new Error('There is nothing to fix');
    const seen: boolean[] = [];
    context.store.subscribe(({ design, result }) => {
      if (design !== start) seen.push(fingerprintsOf(result.findings).includes(first.fingerprint));
    });
    await fixFinding(context, first);
    expect(seen).not.toEqual([]);
    expect(seen).not.toContain(true);
  });

  it('names what it is for, done and undone', async () => {
    const context = commandContext(twoFaults());
    const first = fixable(twoFaults()).find(({ at }) => at[0] === 'stml');
    if (!first) throw new Error('There is nothing to fix');
    await fixFinding(context, first);
    expect(context.store.getState().announcement?.text).toBe('Done: add the file endpoint at stml.');
    stepThrough(context, 'undo');
    expect(context.store.getState().announcement?.text).toBe('Undone: add the file endpoint at stml.');
  });

  it('tells all that it has done, where that is more than one thing, with the way back', async () => {
    const design = isolatedWorkspace()
      .remove('pe-stml-file')
      .remove('privatelink.file.core.windows.net')
      .build();
    const context = commandContext(design);
    const first = fixable(design).find(({ rule }) => rule === 'private-endpoint-missing');
    if (!first) throw new Error('There is nothing to fix');
    await fixFinding(context, first);
    const { notice } = context.store.getState();
    expect(notice?.title).toBe('Done: add the file endpoint at stml');
    expect(notice?.text).toContain('privatelink.file.core.windows.net');
    expect(notice?.actions?.map(({ label }) => label)).toEqual(['Undo']);
  });

  it('follows the one before it, where somebody is quicker than it', async () => {
    const { start, context, next, state } = slowly();
    const [one, other] = fixable(start);
    if (!one || !other) throw new Error('There are not two things to fix');
    const done = [fixFinding(context, one), fixFinding(context, other)];
    await next();
    await next();
    await Promise.all(done);
    const left = fingerprintsOf(check(state().design, { today }).findings);
    expect(left).not.toContain(one.fingerprint);
    expect(left).not.toContain(other.fingerprint);
    expect(context.store.temporal.getState().pastStates).toHaveLength(2);
  });

  it('is worked out anew where the design was edited meanwhile, and keeps that edit', async () => {
    const { start, context, held, next, state } = slowly();
    const [first] = fixable(start);
    if (!first) throw new Error('There is nothing to fix');
    const done = fixFinding(context, first);
    await vi.waitUntil(() => held.length > 0);
    const network = resourcesOfKind(start, 'virtual-network')[0]?.id;
    state().edit('rename', (design) => edits.renameResource(design, network as ResourceId, 'vnet-renamed'));
    await next();
    await next();
    await done;
    expect(resourcesOfKind(state().design, 'virtual-network')[0]?.name).toBe('vnet-renamed');
    expect(fingerprintsOf(check(state().design, { today }).findings)).not.toContain(first.fingerprint);
  });

  it('leaves everything as it is where it is cancelled, and where another design is opened', async () => {
    const { start, context, held, next, state } = slowly();
    const [first] = fixable(start);
    if (!first) throw new Error('There is nothing to fix');
    const cancelled = fixFinding(context, first);
    await vi.waitUntil(() => held.length > 0);
    expect(state().busy?.label).toContain('Preparing to');
    state().busy?.cancel();
    await cancelled;
    expect(held.shift()?.signal.aborted).toBe(true);
    expect(state()).toMatchObject({ design: start, busy: undefined, notice: undefined });

    const overtaken = fixFinding(context, first);
    await vi.waitUntil(() => held.length > 0);
    const other = twoFaults();
    state().replaceDesign(other, 'other', []);
    await next();
    await overtaken;
    expect(state().design).toBe(other);
  });

  it('is told where it breaks off, and the next one is tried all the same', async () => {
    const start = twoFaults();
    const { fix } = commandContext(start).browser;
    let isBroken = true;
    const context = commandContext(start, {
      fix: (...given) => (isBroken ? Promise.reject(new Error('It died.')) : fix(...given)),
    });
    const [first] = fixable(start);
    if (!first) throw new Error('There is nothing to fix');
    await fixFinding(context, first);
    expect(context.store.getState()).toMatchObject({
      design: start,
      busy: undefined,
      notice: { tone: 'error', text: 'It died.' },
    });
    isBroken = false;
    await fixFinding(context, first);
    expect(context.store.getState().design).not.toBe(start);
  });

  it('is applied as it was previewed, without working it out again', async () => {
    const start = twoFaults();
    const { fix } = commandContext(start).browser;
    let asked = 0;
    const context = commandContext(start, {
      fix: (...given) => {
        asked += 1;
        return fix(...given);
      },
    });
    const [first] = fixable(start);
    if (!first) throw new Error('There is nothing to fix');
    await previewFix(context, first, 0, 'list');
    const { preview } = context.store.getState();
    await fixFinding(context, first);
    expect(context.store.getState().design).toBe(preview?.fixed.design);
    expect(asked).toBe(1);
  });
});

describe('a preview', () => {
  it('is left for what was selected before, not for what was selected since', async () => {
    const start = twoFaults();
    const context = commandContext(start);
    const { store } = context;
    const [first, other] = fixable(start);
    const [one, another] = start.resources;
    if (!first || !other || !one || !another) throw new Error('There is nothing to preview');
    store.getState().select(one.id);
    await previewFix(context, first, 0, 'list');
    expect(store.getState().announcement?.text).toMatch(/^Shown, not applied yet: .+, \d+ changes?\.$/);
    await previewFix(context, other, 0, 'list');
    expect(store.getState().selection).toBe(other.at[0]);
    closePreview(context);
    expect(store.getState()).toMatchObject({ selected: [one.id], preview: undefined });
    await previewFix(context, first, 0, 'list');
    store.getState().select(another.id);
    closePreview(context);
    expect(store.getState().selected).toEqual([another.id]);
  });
});

describe('a preview of what stands at several resources', () => {
  it('stays at the one that is being read', async () => {
    const start = twoFaults();
    const context = commandContext(start);
    const [first] = fixable(start);
    const last = start.resources.at(-1);
    if (!first || !last) throw new Error('There is nothing to preview');
    context.store.getState().select(last.id);
    await previewFix(context, { ...first, at: [...first.at, last.id] }, 0, 'card');
    expect(context.store.getState().selection).toBe(last.id);
  });
});

describe('fixing all errors', () => {
  it('is told in figures, with the way back, until it is undone', async () => {
    const start = twoFaults();
    const context = commandContext(start);
    const { store } = context;
    store.getState().setResult(check(start, { today }), 0);
    await fixAllErrors.run(context);
    const { notice, result } = store.getState();
    expect(result.summary.errors).toBe(0);
    expect(notice?.title).toMatch(/^Fixed \d+ findings? in \d+ changes?$/);
    notice?.actions?.at(-1)?.run();
    expect(store.getState()).toMatchObject({ design: start, notice: undefined });
  });
});

describe('required outbound at a security group', () => {
  const closed = (exfiltrationPrevention: 'on' | 'off') =>
    isolatedWorkspace()
      .goals({
        exfiltrationPrevention,
        internetOutbound: exfiltrationPrevention === 'on' ? 'approved' : 'allowed',
      })
      .set('nsg-training', { securityRules: [securityRule(100, 'Deny', 'Outbound', '*', 'Internet')] })
      .build();
  const blockedIn = (of: Design) =>
    blockedOutboundAt(check(of, { today }).findings, 'nsg-training' as ResourceId);

  it.each(['on', 'off'] as const)('is told with exfiltration prevention %s, fixable or not', (goal) => {
    expect(blockedIn(closed(goal))).not.toEqual([]);
  });

  it('is opened in one step', async () => {
    const context = commandContext(closed('off'));
    context.store.getState().setResult(check(closed('off'), { today }), 0);
    const group = findResource(closed('off'), 'nsg-training' as ResourceId);
    if (group) await openRequiredOutbound(context, group);
    expect(blockedIn(context.store.getState().design)).toEqual([]);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
    const { notice } = context.store.getState();
    expect(notice?.title).toMatch(/^Fixed \d+ findings? in \d+ changes?$/);
    expect(notice?.changes).toContain('Allow ANY 443 to BatchNodeManagement.westeurope in nsg-training');
  });
});
