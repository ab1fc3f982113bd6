import { findOfKind, flatMapped, type ResourceId, resourcesOfKind } from '#model';
import { isPrivateAddress, parseAddress } from '#network';
import { isShown, shownOfKind, virtualNetworkOf } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { coversInternet } from './sources-of-rules.ts';

const remoteControl = [
  { port: 22, name: 'SSH (22)' },
  { port: 3389, name: 'RDP (3389)' },
];

/** Ports that a group opens to anybody; to some of its machines, where its rules name some. */
const opened = ({ network }: RuleContext, group: ResourceId) =>
  flatMapped(remoteControl, ({ port, name }) => {
    const answer = network.answerToTag(group, {
      direction: 'Inbound',
      serviceTag: 'Internet',
      protocol: 'Tcp',
      port,
    });
    return answer === undefined || answer.access === 'Deny' ? [] : [{ port, name, by: answer.by }];
  });

/** Network interfaces with a public address on which every security group lets the port in. */
function exposed(context: RuleContext, group: ResourceId, port: number): readonly ResourceId[] {
  const { design, network } = context;
  return resourcesOfKind(design, 'network-interface')
    .filter(({ ipConfigurations }) => ipConfigurations.some((one) => one.publicIPAddress !== undefined))
    .filter(({ id, networkSecurityGroup }) => {
      const subnet = findOfKind(design, network.subnetOf(id), 'subnet');
      const ids = [networkSecurityGroup, subnet?.networkSecurityGroup].filter((one) => one !== undefined);
      return ids.includes(group) && ids.every((one) => opensTo(context, one, port));
    })
    .map(({ id }) => id);
}

/** A group that is not shown may shut the port. */
const opensTo = (context: RuleContext, group: ResourceId, port: number): boolean =>
  isShown(findOfKind(context.design, group, 'network-security-group')) &&
  opened(context, group).some((one) => one.port === port);

const machineOf = ({ design }: RuleContext, id: ResourceId) =>
  resourcesOfKind(design, 'virtual-machine').find(({ networkInterfaces }) => networkInterfaces?.includes(id))
    ?.id ?? id;

/** Ports that a machine answers from the internet though no security group stands before it. */
function answered({ network }: RuleContext, id: ResourceId) {
  const fates = remoteControl.map(({ port, name }) => ({
    name,
    fate: network.fateOf({
      from: id,
      fromServiceTag: 'Internet',
      to: { resource: id },
      protocol: 'Tcp',
      port,
    }),
  }));
  return {
    open: flatMapped(fates, ({ name, fate }) => (fate.verdict === 'delivered' ? [name] : [])),
    missing: flatMapped(fates, ({ fate }) => (fate.verdict === 'cannot-tell' ? fate.missing : []))[0],
  };
}

/** Network interfaces with a public address and no security group, of their own or of their subnet. */
const unguarded = ({ design, network }: RuleContext) =>
  shownOfKind(design, 'network-interface').filter(({ id, networkSecurityGroup, ipConfigurations }) => {
    const subnet = findOfKind(design, network.subnetOf(id), 'subnet');
    return (
      ipConfigurations.some((one) => one.publicIPAddress !== undefined) &&
      networkSecurityGroup === undefined &&
      isShown(subnet) &&
      subnet?.networkSecurityGroup === undefined
    );
  });

/** A translation by which a firewall leads remote control on from anywhere. */
interface Forwarded {
  /** Where the rule is written. */
  readonly at: ResourceId;
  readonly rule: string;
  readonly port: string;
  readonly target: string;
  readonly machine: ResourceId | undefined;
}

function forwardedBy(context: RuleContext, firewall: ResourceId): readonly Forwarded[] {
  const { rules } = context.network.firewallRulesOf(firewall);
  return flatMapped(rules, ({ rule, at }): readonly Forwarded[] => {
    if (rule.ruleType !== 'NatRule' || isForInsideOnly(rule.destinationAddresses)) return [];
    const { name, sourceAddresses, sourceIpGroups = [], translatedAddress, translatedFqdn } = rule;
    const ports = rule.translatedPort === undefined ? rule.destinationPorts : [rule.translatedPort];
    const known = remoteControl.find(({ port }) => ports.includes(String(port)));
    const isForAll =
      sourceAddresses.length === 0 ? sourceIpGroups.length === 0 : coversInternet(sourceAddresses);
    const target = translatedAddress ?? translatedFqdn;
    if (!known || !isForAll || target === undefined) return [];
    return [{ at, rule: name, port: known.name, target, machine: machineBehind(context, firewall, target) }];
  });
}

/** Whether a rule translates what is sent to the private address of its firewall, which nobody on the internet can. */
const isForInsideOnly = (destinationAddresses: readonly string[]): boolean =>
  destinationAddresses.length > 0 &&
  destinationAddresses.every((one) => isPrivateAddress(parseAddress(one) ?? 0));

/** What has an address, in the network of a firewall or in one that is peered with it: others may use the same. */
function machineBehind({ design, network }: RuleContext, firewall: ResourceId, address: string) {
  const own = virtualNetworkOf(design, firewall);
  const reached = new Set<ResourceId | undefined>(own === undefined ? [] : [own, ...network.peersOf(own)]);
  return network
    .ownersOf(address)
    .find(
      (id) => isShown(findOfKind(design, id, 'virtual-machine')) && reached.has(virtualNetworkOf(design, id)),
    );
}

export const inboundOpenToInternet = defineRule({
  id: 'inbound-open-to-internet',
  category: 'Inbound',
  severity: () => 'warning',
  title: 'Remote control is open to the internet',
  holds: 'Remote control is closed to the internet',
  remedy: 'Reach machines through Bastion or a VPN, and let the rule admit only the addresses that need it.',
  messages: {
    exposed: (f: { group: string; ports: string; machines: readonly string[] }) =>
      `${listed(f.machines)} ${f.machines.length === 1 ? 'answers' : 'answer'} ${f.ports} from the internet: ${f.group} lets it in`,
    unguarded: (f: { machine: string; ports: string }) =>
      `${f.machine} answers ${f.ports} from the internet: it has a public address of the Basic tier and no security group`,
    forwarded: (f: { firewall: string; ports: string; target: string }) =>
      `${f.firewall} leads ${f.ports} from the internet on to ${f.target}`,
    open: (f: { group: string; ports: string }) => `${f.group} opens ${f.ports} to the internet`,
  },

  *check(context) {
    const { design } = context;
    for (const { id } of unguarded(context)) {
      const machine = machineOf(context, id);
      const { open, missing } = answered(context, id);
      if (open.length > 0)
        yield {
          at: machine === id ? id : [machine, id],
          message: 'unguarded',
          severity: 'error',
          facts: { machine: labelOf(design, machine), ports: listed(open) },
          evidence: 'networkSecurityGroup: none',
        };
      else if (missing) yield cannotTell(machine, missing);
      else yield passed(machine, 'No security group lets anything in to its public address');
    }
    for (const { id, name } of shownOfKind(design, 'azure-firewall'))
      for (const { at, rule, port, target, machine } of forwardedBy(context, id))
        yield {
          at: [...new Set([at, id, ...(machine === undefined ? [] : [machine])])],
          message: 'forwarded',
          severity: machine === undefined ? 'warning' : 'error',
          remedy:
            'Reach machines through Bastion or a VPN, and let the rule translate only what comes from addresses that need it.',
          facts: {
            firewall: name,
            ports: port,
            target: machine === undefined ? target : labelOf(design, machine),
          },
          evidence: `DNAT rule ${rule}: from anywhere to ${target}`,
        };
    for (const group of shownOfKind(design, 'network-security-group')) {
      const open = opened(context, group.id);
      if (open.length === 0) {
        yield passed(group.id, 'Neither 22 nor 3389 is open to the internet');
        continue;
      }
      const evidence = open.map(({ by }) => by);
      const ports = listed(open.map(({ name }) => name));
      const reached = [...new Set(flatMapped(open, ({ port }) => exposed(context, group.id, port)))];
      const machines = [...new Set(reached.map((id) => machineOf(context, id)))].sort();
      const name = labelOf(design, group.id);
      if (machines.length === 0)
        yield { at: group.id, message: 'open', facts: { group: name, ports }, evidence };
      else
        yield {
          at: [group.id, ...machines],
          message: 'exposed',
          severity: 'error',
          facts: { group: name, ports, machines: machines.map((id) => labelOf(design, id)).sort(inOrder) },
          evidence,
        };
    }
  },
});
