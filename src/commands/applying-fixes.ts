import { counted, type Design, findResource, type ResourceId } from '#model';
import { type CheckResult, type Finding, type FixOrder, heirsOf, titleOfRule } from '#rules';
import { type Fixed, type Notice, type Preview, previewOf, type State } from '#store';
import { arrangeDesign } from './arrange-design.ts';
import { busily } from './busy.ts';
import type { CommandContext } from './command.ts';
import { inSentence } from './in-sentence.ts';
import { wayOn } from './missing-part.ts';
import { undo } from './undo.ts';

const nothingToFix = {
  tone: 'warning',
  title: 'Nothing to fix any more',
  text: 'The design has changed since this was found.',
} as const;

const wouldRaise = {
  tone: 'warning',
  title: 'Nothing was fixed',
  text: 'Each of these fixes would raise a new error. Look at them one by one.',
} as const;

const changedIn = (after: Design, before: Design): readonly ResourceId[] =>
  after.resources.filter((one) => findResource(before, one.id) !== one).map(({ id }) => id);

const couldNotFix = (reason: unknown): Notice => {
  const text = reason instanceof Error ? reason.message : 'The fix could not be worked out.';
  return { tone: 'error', title: 'Nothing was fixed', text, actions: wayOn(text) };
};

/** Puts a fixed design in place with its verdict, as one undo step, and points out what it changed. */
function put({ store }: CommandContext, label: string, fixed: Fixed): void {
  const { design, editChecked, setView, announce } = store.getState();
  editChecked(label, fixed);
  announce(`Done: ${label}.`);
  setView({ preview: undefined, flash: changedIn(fixed.design, design) });
}

/** Orders of one application, one after the other: two quick clicks are two fixes. */
const orders = new WeakMap<CommandContext['store'], Promise<unknown>>();

/**
 * What an order leads to, worked out off the main thread. Asked for anew where the design was edited in the meantime;
 * `undefined` where it was cancelled, another design was opened, or it failed, which is told.
 */
function fixed(context: CommandContext, label: string, order: FixOrder): Promise<Fixed | undefined> {
  const { store, browser } = context;
  const { designKey } = store.getState();
  const workOut = async (): Promise<Fixed | undefined> => {
    const { design, customRules } = store.getState();
    const answer = await busily(context, `Preparing to ${label}`, (signal, onPart) =>
      browser.fix({ design, customRules, today: browser.today(), order }, signal, onPart),
    );
    const now = store.getState();
    if (!answer || now.designKey !== designKey) return undefined;
    return now.design === design ? answer : workOut();
  };
  const before = orders.get(store) ?? Promise.resolve();
  const next = before
    .then(() => (store.getState().designKey === designKey ? workOut() : undefined))
    .catch((reason: unknown) => {
      store.getState().setView({ notice: couldNotFix(reason) });
      return undefined;
    });
  orders.set(store, next);
  return next;
}

/** Carries an order out as one undo step; where it changes nothing, the notice says why. */
async function carryOut(
  context: CommandContext,
  label: string,
  order: FixOrder,
  otherwise: State['notice'],
): Promise<void> {
  const answer = await fixed(context, label, order);
  if (!answer) return;
  const { result, design, setView } = context.store.getState();
  if (answer.changes.length === 0) {
    setView({ notice: otherwise });
    return;
  }
  put(context, label, answer);
  if (order.what !== 'one') setView({ notice: toldOf(context, result, answer) });
  else if (changedIn(answer.design, design).length > 1) setView({ notice: doneOf(context, label, answer) });
}

/** What many fixes have settled in how many changes, and the way back. */
function toldOf(context: CommandContext, before: CheckResult, { result, changes }: Fixed): State['notice'] {
  const left = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const heirs = heirsOf(before.findings, result.findings);
  const settled = before.findings.filter(
    ({ fingerprint }) => !left.has(fingerprint) && !heirs.has(fingerprint),
  );
  const errors = settled.filter(({ severity }) => severity === 'error').length;
  // What was asked for is found in what is told.
  const among = errors > 0 && errors < settled.length ? `, ${errors} of them errors,` : '';
  return {
    tone: 'note',
    title: `Fixed ${counted(settled.length, 'finding')}${among} in ${counted(changes.length, 'change')}`,
    changes,
    // What is new stands where there is room: in its order it is only where somebody wants it so.
    actions: [
      { label: arrangeDesign.title, run: () => void arrangeDesign.run(context) },
      { label: undo.title, run: () => void undo.run(context) },
    ],
  };
}

/** So many changes are read without a further click. */
const mostRead = 6;

/** All that one fix has done, and the way back. */
const doneOf = (context: CommandContext, label: string, { changes }: Fixed): State['notice'] => ({
  tone: 'note',
  title: `Done: ${label}`,
  ...(changes.length > mostRead ? { changes } : { text: `${changes.join('. ')}.` }),
  actions: [{ label: undo.title, run: () => void undo.run(context) }],
});

/** `attach a security group at snet-training`: one of many fixes of that title. */
function labelOf(design: Design, { at, fixes }: Finding, offer: number): string {
  const label = inSentence(fixes[offer]?.title ?? 'fix');
  const name = findResource(design, at[0])?.name;
  return name === undefined || label.includes(name) ? label : `${label} at ${name}`;
}

/** Applies one offer of a finding: what was previewed, where that is shown. */
export async function fixOne(context: CommandContext, finding: Finding, offer: number): Promise<void> {
  const { fingerprint } = finding;
  const state = context.store.getState();
  const preview = previewOf(state);
  const label = labelOf(state.design, finding, offer);
  if (preview?.fingerprint === fingerprint && preview.offer === offer) put(context, label, preview.fixed);
  else await carryOut(context, label, { what: 'one', fingerprint, offer }, nothingToFix);
}

/** Shows what one offer of a finding would change. */
export async function preview(
  context: CommandContext,
  finding: Finding,
  offer: number,
  place: Preview['place'],
): Promise<void> {
  const { at, fingerprint } = finding;
  const label = labelOf(context.store.getState().design, finding, offer);
  const answer = await fixed(context, label, { what: 'one', fingerprint, offer });
  if (!answer) return;
  const state = context.store.getState();
  const { design: before, result, selection, setView, select, openFinding, announce } = state;
  if (answer.changes.length === 0) {
    setView({ notice: nothingToFix });
    return;
  }
  const left = previewOf(state)?.left ?? state.selected;
  // A card stands with what it is about already.
  if (place === 'list' || selection === undefined || !at.includes(selection)) select(at[0]);
  openFinding(fingerprint);
  const heirs = heirsOf(result.findings, answer.result.findings);
  setView({ preview: { fingerprint, offer, place, before, fixed: answer, heirs, left } });
  announce(`Shown, not applied yet: ${label}, ${counted(answer.changes.length, 'change')}.`);
}

/** Fixes everything of a rule. */
export const fixRule = (context: CommandContext, rule: Finding['rule']): Promise<void> =>
  carryOut(context, `fix each “${titleOfRule(rule)}”`, { what: 'all', rule }, wouldRaise);

/** Fixes every error that can be fixed. */
export const fixErrors = (context: CommandContext): Promise<void> =>
  carryOut(context, 'fix all errors', { what: 'all', severity: 'error' }, wouldRaise);

/** Fixes these findings. */
export const fixThese = (
  context: CommandContext,
  label: string,
  fingerprints: readonly string[],
): Promise<void> => carryOut(context, label, { what: 'these', fingerprints }, nothingToFix);
