import { termInWords } from '#drawing';
import type { Finding } from '#rules';

/** `Accepted until 2027-02-24 by Ada: tests only`, or that it was; `undefined` where nobody accepted it. */
export function acceptanceWords({ accepted, lapsed }: Finding): string | undefined {
  const acceptance = accepted ?? lapsed;
  if (!acceptance) return undefined;
  const { owner, reason } = acceptance;
  return `${accepted ? 'Accepted' : 'Was accepted'} ${termInWords(acceptance)} by ${owner}: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`;
}
