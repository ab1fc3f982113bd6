import { edits, findOfKind } from '#model';
import { isShown, shownOfKind, wantsPrivate } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const onlineEndpointPublic = defineRule({
  id: 'online-endpoint-public',
  category: 'Endpoints',
  severity: () => 'error',
  title: 'Managed online endpoint is public',
  holds: 'The managed online endpoint is reached through the workspace’s private endpoint',
  remedy:
    'Set public network access of the endpoint to Disabled; clients then reach it through the private endpoint of the workspace.',
  messages: {
    open: (f: { endpoint: string }) => `${f.endpoint} can be called from the internet`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    for (const { id, name, workspace, publicNetworkAccess } of shownOfKind(
      context.design,
      'managed-online-endpoint',
    )) {
      if (!isShown(findOfKind(context.design, workspace, 'workspace'))) continue;
      const evidence = `publicNetworkAccess: ${publicNetworkAccess ?? 'not set (Enabled)'}`;
      if (publicNetworkAccess === 'Disabled') yield passed(id, evidence);
      else
        yield {
          at: id,
          message: 'open',
          facts: { endpoint: name },
          evidence,
          fix: {
            title: 'Turn public network access off',
            changes: [`Disable the public network access of ${name}`],
            apply: (design) =>
              edits.updateResource(design, id, 'managed-online-endpoint', {
                publicNetworkAccess: 'Disabled',
              }),
          },
        };
    }
  },
});
