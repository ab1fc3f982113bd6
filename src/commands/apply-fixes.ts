import type { Resource, ResourceId } from '#model';
import { type Finding, isFixable } from '#rules';
import { type Preview, previewOf } from '#store';
import { type Command, type CommandContext, isAtWork } from './command.ts';
import { missingPart } from './missing-part.ts';

type Applying = typeof import('./applying-fixes.ts');

/** Fetches what applies fixes, which a design can be read and edited without. */
export const loadFixing = (): Promise<Applying> => import('./applying-fixes.ts');

async function run(context: CommandContext, act: (of: Applying) => Promise<void>): Promise<void> {
  const applying = await loadFixing().catch(() => undefined);
  if (applying) await act(applying);
  else context.store.getState().setView({ notice: missingPart });
}

/** Whether fixing all errors would touch this finding. */
export const isFixableError = (finding: Finding): boolean =>
  finding.severity === 'error' && isFixable(finding);

/** The findings that fixing all of this kind would touch; none where this one has no fix itself. */
export const fixableOfKind = (findings: readonly Finding[], of: Finding): readonly Finding[] =>
  isFixable(of) ? findings.filter((finding) => finding.rule === of.rule && isFixable(finding)) : [];

/** Applies one offer of a finding as one undo step: what was previewed, where that is shown. */
export const fixFinding = (context: CommandContext, finding: Finding, offer = 0): Promise<void> =>
  run(context, ({ fixOne }) => fixOne(context, finding, offer));

/** Shows what a fix would change, in words and on the drawing; the design stays as it is. */
export const previewFix = (
  context: CommandContext,
  finding: Finding,
  offer: number,
  place: Preview['place'],
): Promise<void> => run(context, ({ preview }) => preview(context, finding, offer, place));

/** Leaves a preview for what was selected before, unless something else has been selected meanwhile. */
export const closePreview = ({ store, browser }: CommandContext): void => {
  const state = store.getState();
  const preview = previewOf(state);
  const isThereYet = state.finding === preview?.fingerprint;
  state.setView({ preview: undefined });
  if (!preview || !isThereYet) return;
  state.selectAll(preview.left);
  // The card that told of it is that of another selection.
  if (preview.place === 'card' && store.getState().selection !== state.selection) browser.focus('canvas');
};

/** Fixes every finding of the same rule as one undo step. */
export const fixAllOfKind = (context: CommandContext, { rule }: Finding): Promise<void> =>
  run(context, ({ fixRule }) => fixRule(context, rule));

/** What is required and held back at a security group, a firewall or its policy, whether a fix can open it or not. */
export const blockedOutboundAt = (findings: readonly Finding[], holder: ResourceId): readonly Finding[] =>
  findings.filter((finding) => finding.rule === 'required-outbound-blocked' && finding.at[0] === holder);

/**
 * Adds the rules that let everything required pass a security group or a firewall, as one undo step. What that opens is
 * judged afterwards, as if somebody had typed it.
 */
export const openRequiredOutbound = (context: CommandContext, { id, name }: Resource): Promise<void> => {
  const fingerprints = blockedOutboundAt(context.store.getState().result.findings, id)
    .filter(isFixable)
    .map(({ fingerprint }) => fingerprint);
  const label = `add the required outbound rules to ${name}`;
  return run(context, ({ fixThese }) => fixThese(context, label, fingerprints));
};

export const fixAllErrors: Command = {
  id: 'fix-all',
  title: 'Fix all errors',
  isEnabled: (state) => isAtWork(state) && state.result.findings.some(isFixableError),
  run: (context) => run(context, ({ fixErrors }) => fixErrors(context)),
};
