import { protocolInWords } from '#model';
import type { EffectiveFirewallRule, MissingFact } from '#network';
import { inWords, None, Table } from './table.ts';

interface Cells {
  readonly to: string;
  readonly how: string;
}

const howOf = ({
  ipProtocols,
  destinationPorts,
}: {
  readonly ipProtocols: readonly string[];
  readonly destinationPorts: readonly string[];
}): string => `${inWords(ipProtocols.map(protocolInWords))} ${inWords(destinationPorts)}`;

/** Where a rule leads, and by which protocols and ports. */
function cellsOf({ rule }: EffectiveFirewallRule): Cells {
  switch (rule.ruleType) {
    case 'NetworkRule': {
      const to = [...rule.destinationAddresses, ...(rule.destinationFqdns ?? [])];
      const groups = rule.destinationIpGroups?.length ?? 0;
      return {
        to: groups > 0 && to.length === 0 ? 'IP groups' : inWords(to),
        how: howOf(rule),
      };
    }
    case 'ApplicationRule':
      return {
        to: inWords([
          ...rule.targetFqdns,
          ...(rule.fqdnTags ?? []),
          ...(rule.targetUrls ?? []),
          ...(rule.webCategories ?? []),
        ]),
        how: rule.protocols
          .map(({ protocolType, port }) => `${protocolInWords(protocolType)} ${port ?? ''}`.trim())
          .join(', '),
      };
    case 'NatRule':
      return {
        to: rule.translatedAddress ?? rule.translatedFqdn ?? 'nowhere yet',
        how: howOf(rule),
      };
  }
}

const fromOf = ({ sourceAddresses, sourceIpGroups = [] }: EffectiveFirewallRule['rule']) =>
  inWords(sourceAddresses.length === 0 && sourceIpGroups.length > 0 ? ['IP groups'] : sourceAddresses);

const isFromEverywhere = ({ sourceAddresses, sourceIpGroups = [] }: EffectiveFirewallRule['rule']) =>
  sourceAddresses.includes('*') || sourceAddresses.length + sourceIpGroups.length === 0;

/** What a firewall does: every rule in the order in which packets meet it, and what becomes of the rest. */
export const FirewallTable = ({
  rules,
  missing,
}: {
  rules: readonly EffectiveFirewallRule[];
  missing?: MissingFact | undefined;
}) =>
  missing ? (
    <None>What it does cannot be told: {missing.fact} is not shown.</None>
  ) : (
    <Table aria-label="What the firewall does">
      <colgroup>
        <col style={{ width: 24 }} />
        <col />
        <col style={{ width: 82 }} />
        <col style={{ width: 40 }} />
      </colgroup>
      <thead>
        <tr>
          <th aria-label="Order">#</th>
          <th>Destination</th>
          <th>Ports</th>
          <th>Action</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((one, index) => {
          const { rule, collection, owner } = one;
          const { to, how } = cellsOf(one);
          return (
            <tr
              key={`${owner} ${collection.name} ${rule.ruleType} ${rule.name}`}
              title={`${owner}, ${collection.name}, ${rule.name}: ${fromOf(rule)} to ${to}, ${how}`}
            >
              <td className="number">{index + 1}</td>
              <td>
                {to}
                {isFromEverywhere(rule) ? null : <small>from {fromOf(rule)}</small>}
              </td>
              <td>{how}</td>
              <td className={collection.action}>{collection.action}</td>
            </tr>
          );
        })}
        <tr className="quiet">
          <td />
          <td>Everything else</td>
          <td>any</td>
          <td>Deny</td>
        </tr>
      </tbody>
    </Table>
  );
