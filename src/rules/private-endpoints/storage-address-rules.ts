import { counted } from '#model';
import { dependenciesInUse } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const storageAddressRules = defineRule({
  id: 'storage-address-rules',
  category: 'Private endpoints',
  severity: () => 'warning',
  title: 'Storage is opened to addresses, which studio does not support',
  holds: 'Storage is not opened to single addresses',
  remedy:
    'Close the account, and reach it by private endpoints or service endpoints with managed identities.',
  messages: {
    listed: (f: { service: string; count: number }) =>
      `${f.service} admits ${counted(f.count, 'public address range')}: studio cannot show its data`,
  },

  *check({ design }) {
    for (const { service, workspaces } of dependenciesInUse(design)) {
      if (service.kind !== 'storage-account' || service.publicNetworkAccess === 'Disabled') continue;
      const { ipRules = [], defaultAction } = service.networkAcls ?? {};
      if (defaultAction !== 'Deny') continue;
      if (ipRules.length === 0) yield passed(service.id, 'ipRules: none');
      else
        yield {
          at: [service.id, ...workspaces.map(({ id }) => id).sort()],
          message: 'listed',
          facts: { service: service.name, count: ipRules.length },
          evidence: ['defaultAction: Deny', `ipRules: ${ipRules.join(', ')}`],
        };
    }
  },
});
