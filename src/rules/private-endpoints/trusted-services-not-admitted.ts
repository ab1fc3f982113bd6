import { edits } from '#model';
import { matchInstances } from '#network';
import { dependenciesInUse, type Workspace, wantsPrivate } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const trustedServicesNotAdmitted = defineRule({
  id: 'trusted-services-not-admitted',
  category: 'Private endpoints',
  severity: () => 'error',
  title: 'Closed service does not admit Azure Machine Learning',
  holds: 'The closed service admits Azure Machine Learning itself',
  remedy:
    'Let trusted Azure services bypass the firewall of the service, or name the workspace as a resource instance.',
  messages: {
    shutOut: (f: { service: string; workspaces: string }) =>
      `${f.service} shuts out ${f.workspaces}: trusted Azure services may not bypass its firewall`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design } = context;
    for (const { service, workspaces } of dependenciesInUse(design)) {
      const { id, kind, name, networkAcls } = service;
      const isClosed = service.publicNetworkAccess === 'Disabled' || networkAcls?.defaultAction === 'Deny';
      if (!isClosed) continue;
      const bypass = networkAcls?.bypass;
      // Azure lets trusted services pass unless the property says otherwise.
      const isBypassed =
        bypass === undefined || bypass.some((word) => word.toLowerCase() === 'azureservices');
      const named = (one: Workspace) => matchInstances(networkAcls?.resourceAccessRules ?? [], one);
      const shutOut = isBypassed ? [] : workspaces.filter((one) => named(one) === 'no');
      const doubted = isBypassed ? [] : workspaces.filter((one) => named(one) === 'maybe');
      for (const one of doubted) yield cannotTell(id, { fact: `the Azure resource id of ${one.name}` });
      if (shutOut.length + doubted.length === 0)
        yield passed(
          id,
          isBypassed
            ? `bypass: ${bypass?.join(', ') ?? 'not set (AzureServices)'}`
            : 'Resource instance rules name the workspace',
        );
      else if (shutOut.length > 0)
        yield {
          at: [id, ...shutOut.map((one) => one.id)],
          message: 'shutOut',
          facts: {
            service: name,
            workspaces: listed(shutOut.map((one) => labelOf(design, one.id)).sort(inOrder)),
          },
          evidence: `bypass: ${bypass?.join(', ') || 'None'}`,
          fix: {
            title: 'Admit trusted Azure services',
            changes: [`Add AzureServices to the bypass of ${name}`],
            apply: (before) =>
              edits.updateResource(before, id, kind, {
                networkAcls: {
                  ...networkAcls,
                  bypass: [...(bypass ?? []).filter((word) => word !== 'None'), 'AzureServices'],
                },
              }),
          },
        };
    }
  },
});
