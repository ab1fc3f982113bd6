import { blueprints, exercises } from '#blueprints';
import type { Design } from '#model';
import { check } from '#rules';
import { mutationsOf } from '../../src/workbench/mutations.ts';
import { fileOf } from './designs.ts';
import { series, type Way } from './series.ts';

/** Rules with a fix that no exercise is about: the reference architecture and the damage that calls for it. */
const damages: Readonly<Record<string, readonly [blueprint: string, damage: string]>> = {
  'subnet-outside-network': ['one-network', 'move addressPrefixes of vnet-ml'],
  'network-security-group-missing': ['one-network', 'remove networkSecurityGroup of snet-jump'],
  'egress-missing': ['one-network', 'remove natGateway of snet-jump'],
  'default-outbound-access': ['one-network', 'turn defaultOutboundAccess of snet-private-endpoints'],
  'software-unreachable': ['one-network', 'remove one of securityRules (allow-web) of nsg-training'],
  'workspace-without-dependency': ['one-network', 'remove storageAccount of mlw-isolated'],
  'public-network-access': ['one-network', 'turn publicNetworkAccess to Enabled of mlw-isolated'],
  'workspace-legacy-mode': ['one-network', 'turn v1LegacyMode of mlw-isolated'],
  'trusted-services-not-admitted': ['one-network', 'empty bypass of stmlisolated'],
  'registry-not-premium': ['one-network', 'turn sku to Basic of crmlisolated'],
  'registry-admin-user': ['one-network', 'turn adminUserEnabled of crmlisolated'],
  'private-dns-zone-not-linked': [
    'one-network',
    'remove one of virtualNetworkLinks (to-vnet-ml) of privatelink.api.azureml.ms',
  ],
  'peering-one-sided': ['hub-and-spoke-firewall', 'remove hub-to-vnet-ml'],
  'peering-not-connected': ['hub-and-spoke-firewall', 'turn allowVirtualNetworkAccess of hub-to-vnet-ml'],
  'firewall-tier-unfit': ['hub-and-spoke-firewall', 'turn skuTier to Basic of afw-hub'],
  'firewall-without-public-address': ['hub-and-spoke-firewall', 'empty publicIPAddresses of afw-hub'],
  'dns-forwarder-missing': ['hub-and-spoke-firewall', 'remove firewallPolicy of afw-hub'],
  'compute-ssh-public': ['hub-and-spoke-public-ip', 'turn sshPublicAccess to Enabled of ci-engineer'],
  'service-endpoint-policy-misplaced': [
    'hub-and-spoke-exfiltration-prevention',
    'empty serviceEndpoints of snet-training',
  ],
  'service-endpoint-policy-without-alias': [
    'hub-and-spoke-exfiltration-prevention',
    'remove one of definitions (azure-machine-learning) of sep-azure-ml',
  ],
  'resolver-subnet-unfit': ['isolated-network', 'empty delegations of snet-dns-inbound'],
  'gateway-transit-refused': ['recommended', 'turn allowGatewayTransit of hub-to-vnet-ml'],
};

function damaged(blueprint: string, damage: string): Design {
  const whole = blueprints.find(({ id }) => id === blueprint)?.build();
  for (const { title, design } of whole ? mutationsOf(whole) : []) if (title === damage) return design;
  throw new Error(`No damage “${damage}” in ${blueprint}`);
}

/** Opens a design, and previews the first fix of a rule in it. */
const previewed =
  (rule: string, build: () => Design): Way =>
  async (stage) => {
    const design = build();
    const today = new Date().toLocaleDateString('sv');
    const finding = check(design, { today }).findings.find(
      (one) => one.rule === rule && one.fixes.length > 0,
    );
    if (!finding) throw new Error(`Nothing that ${rule} could fix`);
    await stage.openFiles(fileOf(design));
    const row = stage.workspace.finding(finding.text).first();
    await row.getByRole('button', { name: 'Why' }).click();
    await row.getByRole('button', { name: 'Preview' }).first().click();
    await row.getByRole('region', { name: 'Preview of the fix' }).waitFor();
  };

/** What an exercise is about, where a fix settles it. */
const ofExercises = exercises.flatMap(({ findings: [about], build }): [string, () => Design][] =>
  about ? [[about.rule, build]] : [],
);

/** Settled by hand alone. */
const unfixable = new Set(['compute-outside-network', 'monitor-public']);

series('fix', {
  from: 'anew',
  states: Object.fromEntries([
    ...ofExercises
      .filter(([rule]) => !unfixable.has(rule))
      .map(([rule, build]): [string, Way] => [rule, previewed(rule, build)]),
    ...Object.entries(damages).map(([rule, damage]): [string, Way] => [
      rule,
      previewed(rule, () => damaged(...damage)),
    ]),
  ]),
});
