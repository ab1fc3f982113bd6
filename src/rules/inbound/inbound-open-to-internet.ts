import { sources } from '#catalog';
import { findOfKind, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed, type RuleContext } from '../rule.ts';
import { admissionOf } from './admission.ts';

type Group = ResourceOf<'network-security-group'>;

const remoteControl = [
  { port: 22, name: 'SSH (22)' },
  { port: 3389, name: 'RDP (3389)' },
];

const opened = (group: Group | undefined) =>
  remoteControl
    .map(({ port, name }) => ({
      port,
      name,
      ...admissionOf(group?.securityRules ?? [], { from: 'Internet', protocol: 'Tcp', port }),
    }))
    .filter(({ is }) => is === 'allowed');

/** Network interfaces with a public address on which every security group lets the port in. */
function exposed({ design, network }: RuleContext, group: ResourceId, port: number): readonly ResourceId[] {
  return resourcesOfKind(design, 'network-interface')
    .filter(({ ipConfigurations }) => ipConfigurations.some((one) => one.publicIPAddress !== undefined))
    .filter(({ id, networkSecurityGroup }) => {
      const subnet = findOfKind(design, network.subnetOf(id), 'subnet');
      const ids = [networkSecurityGroup, subnet?.networkSecurityGroup].filter((one) => one !== undefined);
      const groups = ids.map((one) => findOfKind(design, one, 'network-security-group'));
      return ids.includes(group) && groups.every((one) => opened(one).some((open) => open.port === port));
    })
    .map(({ id }) => id);
}

const machineOf = ({ design }: RuleContext, id: ResourceId) =>
  resourcesOfKind(design, 'virtual-machine').find(({ networkInterfaces }) => networkInterfaces?.includes(id))
    ?.id ?? id;

export const inboundOpenToInternet = defineRule({
  id: 'inbound-open-to-internet',
  category: 'Inbound',
  severity: () => 'warning',
  title: 'Remote control is open to the internet',
  holds: 'Remote control is closed to the internet',
  why: 'Machines that answer SSH or RDP from anywhere are found and tried within minutes. One guessed password stands inside the network that the workspace is isolated in.',
  remedy: 'Reach machines through Bastion or a VPN, and let the rule admit only the addresses that need it.',
  sources: [sources.networkSecurityGroups],
  messages: {
    exposed: (f: { group: string; ports: string; machines: string }) =>
      `${f.machines} answers ${f.ports} from the internet: ${f.group} lets it in`,
    open: (f: { group: string; ports: string }) => `${f.group} opens ${f.ports} to the internet`,
  },

  *check(context) {
    const { design } = context;
    for (const group of shownOfKind(design, 'network-security-group')) {
      const open = opened(group);
      if (open.length === 0) {
        yield passed(group.id, 'Neither 22 nor 3389 is open to the internet');
        continue;
      }
      const evidence = open.map(({ by }) => by);
      const ports = listed(open.map(({ name }) => name));
      const reached = [...new Set(open.flatMap(({ port }) => exposed(context, group.id, port)))];
      const machines = [...new Set(reached.map((id) => machineOf(context, id)))].sort();
      const name = labelOf(design, group.id);
      if (machines.length === 0)
        yield { at: group.id, message: 'open', facts: { group: name, ports }, evidence };
      else
        yield {
          at: [group.id, ...machines],
          message: 'exposed',
          severity: 'error',
          facts: { group: name, ports, machines: listed(machines.map((id) => labelOf(design, id)).sort()) },
          evidence,
        };
    }
  },
});
