import type { Answers, GivenAnswers, QuestionId } from './answers.ts';
import { scoresOnline } from './architecture-of.ts';

/** Answers that no architecture meets together. */
export interface Contradiction {
  readonly id: string;
  /** The questions whose answers contradict each other. */
  readonly between: readonly QuestionId[];
  /** One sentence. */
  readonly text: string;
  /** Answers that would do, each by itself. */
  readonly waysOut: readonly { readonly title: string; readonly change: GivenAnswers }[];
}

/**
 * The contradiction in some answers, if there is one. Whatever else people combine is met by an architecture that
 * keeps every goal; what that costs is said beside it.
 */
export function contradictionIn(answers: Answers): Contradiction | undefined {
  const { callers, connection, access } = answers;
  const isUnreachable =
    scoresOnline(answers) && callers === 'office' && connection === 'none' && access === 'private';
  if (!isUnreachable) return undefined;
  return {
    id: 'callers-without-connection',
    between: ['connection', 'callers', 'access'],
    text: 'Applications in the office cannot call a private endpoint: no private connection joins the office to Azure.',
    waysOut: [
      { title: 'Join the office by VPN', change: { connection: 'vpn' } },
      { title: 'Join the office by ExpressRoute', change: { connection: 'express-route' } },
      { title: 'Let the applications run in Azure', change: { callers: 'azure' } },
      { title: 'Let them come by a gateway of yours', change: { callers: 'gateway' } },
    ],
  };
}
