import { serviceEndpointPolicyAliases } from '#catalog';
import { findResource, type ResourceId } from '#model';
import type { RequiredFlow } from '#network';
import type { RuleContext } from '../context.ts';
import { labelOf, listed } from '../labels.ts';
import { sifted, storageSenders, wordsOf } from './openings.ts';

/**
 * What to do by hand at a firewall where no fix opens the flows because a tag stands for everybody's accounts, naming
 * each flow; else nothing.
 */
export function openRemedy(
  context: RuleContext,
  id: ResourceId,
  flows: readonly RequiredFlow[],
): string | undefined {
  const { design } = context;
  const kind = findResource(design, id)?.kind;
  if (kind !== 'azure-firewall' && kind !== 'firewall-policy') return undefined;
  const { open, shut } = sifted(context, flows);
  if (shut.length === 0) return undefined;
  const subnets = storageSenders(context, flows).map((subnet) => labelOf(design, subnet));
  return [
    ...(open.length > 0 ? [`Allow in ${labelOf(design, id)}: ${open.map(wordsOf).join('; ')}.`] : []),
    `Do not allow ${listed([...new Set(shut)].sort())} there: the tag stands for everybody's accounts, so data could leave.`,
    ...(subnets.length > 0
      ? [
          `Give ${listed(subnets)} the service endpoint Microsoft.Storage with a service endpoint policy that admits ${serviceEndpointPolicyAliases.machineLearning}.`,
        ]
      : []),
    ...(shut.includes('AzureKeyVault') ? ['Reach your own vaults through private endpoints.'] : []),
    'Or state that the design need not prevent exfiltration.',
  ].join(' ');
}
