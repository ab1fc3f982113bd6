import type { ResourceId } from '#model';
import { answerOfForeign } from './azure-dns.ts';
import { ruleForAlias } from './dns-rulesets.ts';
import type { DnsWalk, Step } from './dns-walk.ts';
import type { Ground } from './ground.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import { answerOfService } from './service-names.ts';

/** The public name, and its private alias where a linked zone answers for that. */
export function answerOfAlias(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Step {
  const known = ground.hosts.findAll(walk.asked);
  const [first] = known;
  if (!first)
    return (
      answerOfForeign(ground, walk, virtualNetwork) ??
      walk.toPublic('Azure DNS', 'the public record', `${walk.asked} is a public name.`)
    );
  const found = ruleForAlias(ground, virtualNetwork, first.zone);
  const isAlias = privateEndpointsOf(ground.estate.design, first.resource.id).connections.length > 0;
  if (!found || !isAlias) return answerOfService(ground, walk, virtualNetwork, known);
  const answer = answerOfService(ground, walk.fork(), virtualNetwork, known);
  if (!('outcome' in answer) || answer.outcome !== 'public-address') return answer;
  const { ruleset, rule } = found;
  return walk.toUnknown(
    ruleset.name,
    { fact: `whether rule ${rule} of ${ruleset.name} holds the alias of ${walk.asked}` },
    ruleset.id,
  );
}
