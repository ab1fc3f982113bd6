import { edits } from '#model';
import { shownOfKind, wantsPrivate } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const computeSshPublic = defineRule({
  id: 'compute-ssh-public',
  category: 'Inbound',
  severity: () => 'warning',
  title: 'SSH of a compute instance is open to the internet',
  holds: 'SSH of the compute instance is not open to the internet',
  remedy: 'Set sshPublicAccess to Disabled, and connect through the workspace.',
  messages: {
    open: (f: { compute: string }) => `${f.compute} answers SSH on its public IP address`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    for (const { id, name, sshPublicAccess, enableNodePublicIp } of shownOfKind(
      context.design,
      'compute-instance',
    )) {
      if (sshPublicAccess === undefined) continue;
      if (sshPublicAccess === 'Disabled' || enableNodePublicIp === false)
        yield passed(id, `sshPublicAccess: ${sshPublicAccess}; public IP: ${enableNodePublicIp !== false}`);
      else
        yield {
          at: id,
          message: 'open',
          facts: { compute: name },
          evidence: 'sshPublicAccess: Enabled',
          fix: {
            title: 'Close public SSH',
            changes: [`Turn off the public SSH access of ${name}`],
            apply: (before) =>
              edits.updateResource(before, id, 'compute-instance', { sshPublicAccess: 'Disabled' }),
          },
        };
    }
  },
});
