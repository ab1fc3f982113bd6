import { childrenOf, counted } from '#model';
import { shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const machines: ReadonlySet<string> = new Set([
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'kubernetes-cluster',
]);

export const computeSharesSubnetWithEndpoints = defineRule({
  id: 'compute-shares-subnet-with-endpoints',
  category: 'Subnets',
  severity: () => 'note',
  title: 'Computes and private endpoints share a subnet',
  holds: 'Computes and private endpoints lie in subnets of their own',
  remedy: 'Give private endpoints a subnet of their own.',
  messages: {
    shared: (f: { subnet: string; computes: string; endpoints: string }) =>
      `${f.subnet} holds ${f.endpoints} beside ${f.computes}`,
  },

  *check({ design }) {
    for (const subnet of shownOfKind(design, 'subnet')) {
      const contents = childrenOf(design, subnet.id);
      const computes = contents.filter((one) => machines.has(one.kind));
      const endpoints = contents.filter((one) => one.kind === 'private-endpoint');
      if (computes.length === 0) continue;
      if (endpoints.length === 0) yield passed(subnet.id, 'No private endpoint lies beside its computes');
      else
        yield {
          at: subnet.id,
          message: 'shared',
          facts: {
            subnet: labelOf(design, subnet.id),
            computes: listed(computes.map((one) => one.name).sort(inOrder)),
            endpoints: counted(endpoints.length, 'private endpoint'),
          },
          evidence: `Private endpoints: ${endpoints
            .map((one) => one.name)
            .sort()
            .join(', ')}`,
        };
    }
  },
});
