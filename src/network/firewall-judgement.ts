import type { ResourceId } from '#model';
import type { Estate } from './estate.ts';
import { type FirewallAnswer, filterByFirewall } from './firewall.ts';
import { type Firewall, type RuleBase, ruleHolderOf } from './firewall-rules.ts';
import { onceForPart } from './memo.ts';
import type { Packet } from './security-rules.ts';
import { placesOf } from './tags.ts';
import type { Target } from './target.ts';

export interface FirewallAnswerFor {
  /** The host name that was asked for, else the destination. */
  readonly label: string;
  readonly answer: FirewallAnswer;
}

/** What a firewall does with a packet for several host names: it judges each by itself. */
export interface FirewallJudgement {
  readonly each: readonly FirewallAnswerFor[];
  /** Of those that it denies the first for every place where what denies it is written, or would be allowed. */
  readonly denials: readonly FirewallAnswer[];
  /** That which decides over all; absent where no host is named. */
  readonly worst: FirewallAnswer | undefined;
}

/** Kept for packets of all sources to one place, where the rules do not tell sources apart. */
export const judgeByFirewall = (
  estate: Estate,
  firewall: Firewall,
  base: RuleBase,
  packet: Packet,
  hosts: readonly string[],
): FirewallJudgement => {
  const holder = estate.nameOf(ruleHolderOf(firewall));
  if (!isForAllSources(base).is) return judgeAnew(estate, firewall, packet, hosts);
  const known = judgementsBy(firewall);
  if (known.base !== base || known.holder !== holder) {
    known.base = base;
    known.holder = holder;
    known.byTarget = new WeakMap();
  }
  const ofTarget = known.byTarget.get(packet.to) ?? [];
  if (ofTarget.length === 0) known.byTarget.set(packet.to, ofTarget);
  const { protocol, port } = packet;
  for (const one of ofTarget)
    if (one.protocol === protocol && one.port === port && one.hosts === hosts) return one.judgement;
  const judgement = judgeAnew(estate, firewall, packet, hosts);
  ofTarget.push({ protocol, port, hosts, judgement });
  return judgement;
};

interface KnownJudgement extends Pick<Packet, 'protocol' | 'port'> {
  readonly hosts: readonly string[];
  readonly judgement: FirewallJudgement;
}

/** All that a judgement is made of besides the packet, and what was made of it. */
interface Judgements {
  base: RuleBase | undefined;
  holder: string;
  byTarget: WeakMap<Target, KnownJudgement[]>;
}

const judgementsBy = onceForPart(
  (_: Firewall): Judgements => ({ base: undefined, holder: '', byTarget: new WeakMap() }),
);

/** No rule names a source, or asks for IP groups, which are resources of their own. */
const isForAllSources = onceForPart(({ filters, missing }: RuleBase) => ({
  is:
    missing === undefined &&
    filters.every(
      ({ rule }) =>
        rule.sourceIpGroups === undefined &&
        (rule.ruleType === 'ApplicationRule' || rule.destinationIpGroups === undefined) &&
        (rule.sourceAddresses.length === 0 || placesOf(rule.sourceAddresses).areAll),
    ),
}));

function judgeAnew(
  estate: Estate,
  firewall: Firewall,
  packet: Packet,
  hosts: readonly string[],
): FirewallJudgement {
  const { to } = packet;
  const each =
    hosts.length === 0
      ? [{ label: to.label, answer: filterByFirewall(estate, firewall, packet) }]
      : hosts.map((host): FirewallAnswerFor => {
          const asked = to.host === host ? packet : { ...packet, to: { ...to, host } };
          return { label: host, answer: filterByFirewall(estate, firewall, asked) };
        });
  return { each, denials: denialsIn(each), worst: worstOf(each) };
}

function denialsIn(each: readonly FirewallAnswerFor[]): readonly FirewallAnswer[] {
  const byPlace = new Map<ResourceId, FirewallAnswer>();
  for (const { answer } of each)
    if (answer.access === 'Deny' && !byPlace.has(answer.at)) byPlace.set(answer.at, answer);
  return [...byPlace.values()];
}

function worstOf(each: readonly FirewallAnswerFor[]): FirewallAnswer | undefined {
  const of = (access: FirewallAnswer['access']) => each.find(({ answer }) => answer.access === access);
  return (of('Deny') ?? of('unknown') ?? each[0])?.answer;
}
