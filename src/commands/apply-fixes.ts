import { type Design, findResource, type Resource, type ResourceId } from '#model';
import { applyFix, type Finding, fixAll, ruleSummaries, tryFix } from '#rules';
import { type Preview, previewOf } from '#store';
import { type Command, type CommandContext, isAtWork } from './command.ts';
import { inSentence } from './in-sentence.ts';

/** Whether a fix can settle the finding, and nobody has answered for it instead. */
const isFixable = (finding: Finding): boolean =>
  finding.verdict === 'failed' && finding.fixes.length > 0 && finding.accepted === undefined;

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

/** Puts a fixed design in place as one undo step, and points out what it changed. */
function put({ store }: CommandContext, label: string, after: Design): void {
  const { design, edit, setView, announce } = store.getState();
  edit(label, () => after);
  announce(`Done: ${label}.`);
  setView({ preview: undefined, flash: changedIn(after, design) });
}

const afterFix = ({ store, browser }: CommandContext, { fingerprint }: Finding, offer: number) =>
  tryFix(store.getState().design, fingerprint, offer, browser.newId, browser.today());

/** Applies one offer of a finding as one undo step: what was previewed, where that is shown. */
export const fixFinding = (context: CommandContext, finding: Finding, offer = 0): void => {
  const { store } = context;
  const preview = previewOf(store.getState());
  const isPreviewed = preview?.fingerprint === finding.fingerprint && preview.offer === offer;
  const after = isPreviewed ? preview.after : afterFix(context, finding, offer)?.design;
  if (!after) store.getState().setView({ notice: nothingToFix });
  else put(context, inSentence(finding.fixes[offer]?.title ?? 'fix'), after);
};

/** Shows what a fix would change, in words and on the drawing; the design stays as it is. */
export const previewFix = (
  context: CommandContext,
  finding: Finding,
  offer: number,
  place: Preview['place'],
): void => {
  const { design, setView, openFinding } = context.store.getState();
  const applied = afterFix(context, finding, offer);
  if (!applied) {
    setView({ notice: nothingToFix });
    return;
  }
  openFinding(finding.fingerprint, finding.at[0]);
  const { design: after, changes } = applied;
  setView({ preview: { fingerprint: finding.fingerprint, offer, place, before: design, after, changes } });
};

export const closePreview = ({ store }: CommandContext): void =>
  store.getState().setView({ preview: undefined });

function fixEach(context: CommandContext, label: string, wanted: (finding: Finding) => boolean): void {
  const { store, browser } = context;
  const { design, customRules, setView } = store.getState();
  const options = { today: browser.today(), custom: customRules };
  const after = fixAll(design, browser.newId, options, wanted);
  if (after === design) setView({ notice: wouldRaise });
  else put(context, label, after);
}

/** Fixes every finding of the same rule as one undo step. */
export const fixAllOfKind = (context: CommandContext, { rule }: Finding): void => {
  const title = ruleSummaries.find(({ id }) => id === rule)?.title ?? rule;
  fixEach(context, `fix all: ${title}`, (finding) => finding.rule === rule && isFixable(finding));
};

/** What is required and held back at a security group, a firewall or its policy, and can be opened there. */
export const blockedOutboundAt = (findings: readonly Finding[], holder: ResourceId): readonly Finding[] =>
  findings.filter(
    (finding) =>
      finding.rule === 'required-outbound-blocked' && finding.at[0] === holder && isFixable(finding),
  );

/**
 * Adds the rules that let everything required pass a security group or a firewall, as one undo step. What that opens is
 * judged afterwards, as if somebody had typed it.
 */
export const openRequiredOutbound = (context: CommandContext, { id, name }: Resource): void => {
  const { store, browser } = context;
  const { design, result } = store.getState();
  const after = blockedOutboundAt(result.findings, id).reduce(
    (before, { fingerprint }) => applyFix(before, fingerprint, 0, browser.newId, browser.today()) ?? before,
    design,
  );
  if (after !== design) put(context, `add the required outbound rules to ${name}`, after);
};

export const fixAllErrors: Command = {
  id: 'fix-all',
  title: 'Fix all errors',
  isEnabled: (state) => isAtWork(state) && state.result.findings.some(isFixableError),
  run: (context) => fixEach(context, 'fix all errors', isFixableError),
};
