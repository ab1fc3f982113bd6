import { type Design, findResource, type Resource, type ResourceId } from '#model';
import { type Finding, type FixOrder, isFixable, titleOfRule } from '#rules';
import { type Fixed, type Preview, previewOf, type State } from '#store';
import { busily } from './busy.ts';
import { type Command, type CommandContext, isAtWork } from './command.ts';
import { inSentence } from './in-sentence.ts';

/** Whether fixing all errors would touch this finding. */
export const isFixableError = (finding: Finding): boolean =>
  finding.severity === 'error' && isFixable(finding);

/** The findings that fixing all of this kind would touch. */
export const fixableOfKind = (findings: readonly Finding[], { rule }: Finding): readonly Finding[] =>
  findings.filter((finding) => finding.rule === rule && isFixable(finding));

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

const couldNotFix = (reason: unknown) => ({
  tone: 'error' as const,
  title: 'Nothing was fixed',
  text: reason instanceof Error ? reason.message : 'The fix could not be worked out.',
});

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
    const answer = await busily(context, `Working out: ${label}`, (signal, onPart) =>
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
  if (answer.changes.length === 0) context.store.getState().setView({ notice: otherwise });
  else put(context, label, answer);
}

/** Applies one offer of a finding as one undo step: what was previewed, where that is shown. */
export const fixFinding = async (context: CommandContext, finding: Finding, offer = 0): Promise<void> => {
  const { fingerprint, fixes } = finding;
  const preview = previewOf(context.store.getState());
  const label = inSentence(fixes[offer]?.title ?? 'fix');
  if (preview?.fingerprint === fingerprint && preview.offer === offer) put(context, label, preview.fixed);
  else await carryOut(context, label, { what: 'one', fingerprint, offer }, nothingToFix);
};

/** Shows what a fix would change, in words and on the drawing; the design stays as it is. */
export const previewFix = async (
  context: CommandContext,
  finding: Finding,
  offer: number,
  place: Preview['place'],
): Promise<void> => {
  const { fingerprint, fixes } = finding;
  const { store } = context;
  const label = inSentence(fixes[offer]?.title ?? 'fix');
  const answer = await fixed(context, label, { what: 'one', fingerprint, offer });
  if (!answer) return;
  const { design: before, setView, openFinding } = store.getState();
  if (answer.changes.length === 0) {
    setView({ notice: nothingToFix });
    return;
  }
  openFinding(fingerprint, finding.at[0]);
  setView({ preview: { fingerprint, offer, place, before, fixed: answer } });
};

export const closePreview = ({ store }: CommandContext): void =>
  store.getState().setView({ preview: undefined });

/** Fixes every finding of the same rule as one undo step. */
export const fixAllOfKind = (context: CommandContext, { rule }: Finding): Promise<void> => {
  const title = titleOfRule(rule);
  return carryOut(context, `fix all: ${title}`, { what: 'all', rule }, wouldRaise);
};

/** What is required and held back at a security group, a firewall or its policy, whether a fix can open it or not. */
export const blockedOutboundAt = (findings: readonly Finding[], holder: ResourceId): readonly Finding[] =>
  findings.filter((finding) => finding.rule === 'required-outbound-blocked' && finding.at[0] === holder);

/**
 * Adds the rules that let everything required pass a security group or a firewall, as one undo step. What that opens is
 * judged afterwards, as if somebody had typed it.
 */
export const openRequiredOutbound = (context: CommandContext, { id, name }: Resource): Promise<void> => {
  const { findings } = context.store.getState().result;
  const fingerprints = blockedOutboundAt(findings, id)
    .filter(isFixable)
    .map(({ fingerprint }) => fingerprint);
  const order = { what: 'these', fingerprints } as const;
  return carryOut(context, `add the required outbound rules to ${name}`, order, nothingToFix);
};

export const fixAllErrors: Command = {
  id: 'fix-all',
  title: 'Fix all errors',
  isEnabled: (state) => isAtWork(state) && state.result.findings.some(isFixableError),
  run: (context) => carryOut(context, 'fix all errors', { what: 'all', severity: 'error' }, wouldRaise),
};
