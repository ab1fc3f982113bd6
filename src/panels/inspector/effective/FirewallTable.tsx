import { Fragment } from 'react';
import { protocolInWords } from '#model';
import type { EffectiveFirewallRule, MissingFact } from '#network';
import { breakable, withAddresses } from '../breakable.ts';
import type { Marked } from '../marked.ts';
import { inWords, Meaning, None, Table } from './table.ts';

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

/** Whose packets a rule is about; nobody has to be told that it is about all. */
const fromOf = (rule: EffectiveFirewallRule['rule'] | undefined): string => {
  const { sourceAddresses = [], sourceIpGroups = [] } = rule ?? {};
  return inWords(sourceAddresses.length === 0 && sourceIpGroups.length > 0 ? ['IP groups'] : sourceAddresses);
};

/** What a firewall does: every rule in the order in which packets meet it, and what becomes of the rest. */
export const FirewallTable = ({
  rules,
  missing,
}: {
  rules: readonly Marked<EffectiveFirewallRule>[];
  missing?: MissingFact | undefined;
}) => {
  const numberOf = (index: number) => rules.slice(0, index + 1).filter(({ mark }) => mark !== 'gone').length;
  return missing ? (
    <None>What it does cannot be told: {missing.fact} is not shown.</None>
  ) : (
    <>
      <Meaning>Every rule, of policies above it too, in the order in which packets meet it.</Meaning>
      <Table aria-label="What the firewall does">
        <colgroup>
          <col style={{ width: 22 }} />
          <col />
          <col style={{ width: 81 }} />
          <col style={{ width: 36 }} />
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
          {rules.map(({ row: one, mark = '' }, index) => {
            const { rule, collection, owner } = one;
            const { to, how } = cellsOf(one);
            const from = fromOf(rule);
            return (
              <Fragment key={`${owner} ${collection.name} ${rule.ruleType} ${rule.name} ${mark}`}>
                {from === fromOf(rules[index - 1]?.row.rule) ? null : (
                  <tr className="heading">
                    <th colSpan={4} scope="rowgroup">
                      From {withAddresses(from)}
                    </th>
                  </tr>
                )}
                <tr
                  className={mark || undefined}
                  title={`${owner}, ${collection.name}, ${rule.name}: ${from} to ${to}, ${how}`}
                >
                  <td className="number">{mark === 'gone' ? null : numberOf(index)}</td>
                  <td className="what">{breakable(to)}</td>
                  <td>{how}</td>
                  <td className={collection.action}>{collection.action}</td>
                </tr>
              </Fragment>
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
    </>
  );
};
