import { type Acceptance, daySchema, edits } from '#model';
import type { Finding } from '#rules';
import type { CommandContext } from './command.ts';

/** What a person answers for, as typed. */
export interface AcceptanceDraft {
  readonly reason: string;
  readonly owner: string;
  /** ISO date of the last day on which it counts; empty where it has no end. */
  readonly expires: string;
}

const day = 86_400_000;
/** Long enough for a change to be planned, short enough to be remembered. */
const daysProposed = 90;

const later = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

const faultOfDay = (text: string, today: string): string | undefined => {
  if (!daySchema.safeParse(text).success) return `Write a day such as ${later(today, daysProposed)}.`;
  return text < today ? 'This day has passed.' : undefined;
};

/** What to begin with: what was said of the finding before, else the owner who accepted last. */
export const proposedAcceptance = ({ store, browser }: CommandContext, finding: Finding): AcceptanceDraft => {
  const before = finding.accepted ?? finding.lapsed;
  const { accepted } = store.getState().design;
  return {
    reason: before?.reason ?? '',
    owner: before?.owner ?? accepted.at(-1)?.owner ?? '',
    expires: finding.accepted?.expires ?? later(browser.today(), daysProposed),
  };
};

/** Why a field cannot stand, in one sentence; nothing where it can. */
export function acceptanceFaults(
  draft: AcceptanceDraft,
  today: string,
): Partial<Record<keyof AcceptanceDraft, string>> {
  const expires = draft.expires === '' ? undefined : faultOfDay(draft.expires, today);
  return {
    ...(draft.reason.trim() === '' ? { reason: 'Say why this is acceptable.' } : {}),
    ...(draft.owner.trim() === '' ? { owner: 'Say who answers for it.' } : {}),
    ...(expires === undefined ? {} : { expires }),
  };
}

const longestName = 48;

/** A finding in the name of an undo step. */
const inShort = ({ text }: Finding): string =>
  text.length <= longestName ? `“${text}”` : `“${text.slice(0, longestName).trimEnd()}…”`;

/** Accepts a finding as one undo step. The draft must have no faults. */
export const acceptFinding = ({ store }: CommandContext, finding: Finding, draft: AcceptanceDraft): void => {
  const acceptance: Acceptance = {
    fingerprint: finding.fingerprint,
    reason: draft.reason.trim(),
    owner: draft.owner.trim(),
    ...(draft.expires === '' ? {} : { expires: draft.expires }),
  };
  store.getState().edit(`accept ${inShort(finding)}`, (design) => edits.acceptFinding(design, acceptance));
};

/** Opens a finding again that was accepted, as one undo step. */
export const revokeAcceptance = ({ store }: CommandContext, finding: Finding): void =>
  store
    .getState()
    .edit(`revoke the acceptance of ${inShort(finding)}`, (design) =>
      edits.revokeAcceptance(design, finding.fingerprint),
    );
