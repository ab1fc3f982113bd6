import type { ResourceId } from '#model';
import { answerOfForeign, answerOfOwnZone } from './azure-dns.ts';
import { ruleForAlias } from './dns-rulesets.ts';
import { DnsWalk, type Step, type Steps } from './dns-walk.ts';
import { zonesAround } from './dns-zones.ts';
import type { Ground } from './ground.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import { answerOfService } from './service-names.ts';

/** A name that Azure DNS is asked for from a network, by whomever: what it knows itself does not depend on that. */
interface AzureQuery {
  readonly virtualNetwork: ResourceId;
  readonly asked: string;
}

/** Private zones that are linked here and hold the name; `undefined` where none does. */
export const stepsInOwnZone = (ground: Ground, { virtualNetwork, asked }: AzureQuery): Steps | undefined => {
  // Most names lie in no zone but under their alias.
  if (zonesAround(ground.estate, asked).length === 0) return undefined;
  const walk = new DnsWalk(asked);
  const step = answerOfOwnZone(ground, walk, virtualNetwork);
  return step && walk.stepsTo(step);
};

/** The public name, and its private alias where a linked zone answers for that. */
export const stepsByAlias = (ground: Ground, { virtualNetwork, asked }: AzureQuery): Steps => {
  const walk = new DnsWalk(asked);
  return walk.stepsTo(answerOfAlias(ground, walk, virtualNetwork));
};

function answerOfAlias(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Step {
  const known = ground.hosts.findAll(walk.asked);
  const [first] = known;
  if (!first)
    return (
      answerOfForeign(ground, walk, virtualNetwork) ??
      walk.toPublic('Azure DNS', 'the public record', `${walk.asked} is a public name.`)
    );
  const found = ruleForAlias(ground, virtualNetwork, first.zone);
  const answer = answerOfService(ground, walk.fork(), virtualNetwork, known);
  const isAlias = privateEndpointsOf(ground.estate.design, first.resource.id).connections.length > 0;
  if (!found || !isAlias || !('outcome' in answer) || answer.outcome !== 'public-address') return answer;
  const { ruleset, rule } = found;
  return walk.toUnknown(
    ruleset.name,
    { fact: `whether rule ${rule} of ${ruleset.name} holds the alias of ${walk.asked}` },
    ruleset.id,
  );
}
