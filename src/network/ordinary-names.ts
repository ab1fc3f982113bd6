import { type ResourceId, resourcesOfKind } from '#model';
import { resolveName } from './dns.ts';
import { bareDomain, holdsName } from './dns-servers.ts';
import type { Answer } from './dns-walk.ts';
import { recordIn, zonesAround, zonesNamed } from './dns-zones.ts';
import { foreignHost } from './foreign-hosts.ts';
import { type Ground, groundQuestion } from './ground.ts';

/** Stands for every ordinary name: https://www.rfc-editor.org/rfc/rfc2606 keeps it from ever being somebody's. */
const ordinaryName = 'any.invalid';

/** Whether nobody answers, or says that there is no such name. */
export const isLost = ({ outcome }: Answer): boolean => outcome === 'no-answer' || outcome === 'no-such-name';

/** Whether a source gets an answer for every ordinary name: none of them then needs to be asked for by itself. */
export const hasOrdinaryAnswers = groundQuestion(
  (ground, from: ResourceId): boolean =>
    isOrdinaryName(ground, ordinaryName) && !isLost(resolveName(ground, from, ordinaryName)),
);

/**
 * Whether a public name is one that nothing in the design tells from any other: no service here has it, and no zone, no
 * forwarder and no forwarding rule but those for all names holds it.
 */
export const isOrdinaryName = groundQuestion((ground, text: string): boolean => {
  const { estate, hosts } = ground;
  const name = bareDomain(text);
  if (hosts.findAll(name).length > 0 || zonesAround(estate, name).length > 0) return false;
  const isHeld = (domainName: string) =>
    bareDomain(domainName) !== '' && holdsName(bareDomain(domainName), name);
  const { design } = estate;
  return (
    !isHiddenAsForeign(ground, name) &&
    !resourcesOfKind(design, 'dns-server').some(({ conditionalForwarders = [] }) =>
      conditionalForwarders.some((one) => isHeld(one.domainName)),
    ) &&
    !resourcesOfKind(design, 'dns-forwarding-ruleset').some(({ forwardingRules = [] }) =>
      forwardingRules.some((one) => isHeld(one.domainName)),
    )
  );
});

/** A zone for the private twins of somebody else's services may hide their public names. */
function isHiddenAsForeign(ground: Ground, name: string): boolean {
  const { estate } = ground;
  const foreign = foreignHost(estate.goals.cloud, name);
  if (!foreign) return false;
  const zones = zonesNamed(estate, foreign.zone);
  return (
    zones.length > 0 &&
    (foreign.isAlwaysAliased || zones.some((zone) => recordIn(ground, zone, foreign.label) !== undefined))
  );
}
