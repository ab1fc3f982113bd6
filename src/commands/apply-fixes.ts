import { applyFix, type Finding, fixAll } from '#rules';
import { type Command, type CommandContext, isAtWork } from './command.ts';

/** Whether fixing all errors would touch this finding. */
export const isFixableError = (finding: Finding): boolean =>
  finding.severity === 'error' &&
  finding.verdict === 'failed' &&
  finding.fixes.length > 0 &&
  finding.accepted === undefined;

const nothingToFix = {
  tone: 'warning',
  title: 'Nothing to fix any more',
  text: 'The design has changed since this was found.',
} as const;

/** `Add the file endpoint` as the name of an undo step. */
const inSentence = (title: string) =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Applies one offer of a finding as one undo step. */
export const fixFinding = ({ store, browser }: CommandContext, finding: Finding, offer = 0): void => {
  const { design, edit, setView } = store.getState();
  const after = applyFix(design, finding.fingerprint, offer, browser.newId, browser.today());
  if (!after) setView({ notice: nothingToFix });
  else edit(inSentence(finding.fixes[offer]?.title ?? 'fix'), () => after);
};

export const fixAllErrors: Command = {
  id: 'fix-all',
  title: 'Fix all errors',
  isEnabled: (state) => isAtWork(state) && state.result.findings.some(isFixableError),
  run: ({ store, browser }) =>
    store
      .getState()
      .edit('fix all errors', (design) =>
        fixAll(design, browser.newId, { today: browser.today() }, isFixableError),
      ),
};
