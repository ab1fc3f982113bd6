import { Fragment } from 'react';
import { protocolInWords } from '#model';
import type { EffectiveSecurityRule } from '#network';
import { breakable } from '../breakable.ts';
import type { Marked } from '../marked.ts';
import { inWords, Meaning, None, Table } from './table.ts';

/** Security rules in the order of evaluation, Azure's own among them. */
export function RuleTable({
  rules,
  isOut,
  except,
}: {
  rules: readonly Marked<EffectiveSecurityRule>[];
  isOut: boolean;
  /** Whom they do not reach. */
  except?: string | undefined;
}) {
  if (rules.length === 0) return <None>No security group is attached: nothing is filtered here.</None>;
  return (
    <>
      <Meaning>
        What decides on packets that {isOut ? 'leave' : 'arrive'}: the first rule that matches. {except}
      </Meaning>
      <Table aria-label={isOut ? 'Effective outbound rules' : 'Effective inbound rules'}>
        <colgroup>
          <col style={{ width: 44 }} />
          <col />
          <col style={{ width: 59 }} />
          <col style={{ width: 36 }} />
        </colgroup>
        <thead>
          <tr>
            <th>Priority</th>
            <th>{isOut ? 'Destination' : 'Source'}</th>
            <th>Ports</th>
            <th>Action</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ row: rule, mark = '' }, index) => {
            const far = inWords(isOut ? rule.destinations : rule.sources);
            const ports = inWords(rule.destinationPorts);
            return (
              <Fragment key={`${rule.group ?? ''} ${rule.priority} ${rule.name} ${mark}`}>
                {rule.isDefault && !rules[index - 1]?.row.isDefault ? (
                  <tr className="heading">
                    <th colSpan={4} scope="rowgroup">
                      Azure’s own, in every security group
                    </th>
                  </tr>
                ) : null}
                <tr
                  className={mark || (rule.isDefault ? 'quiet' : undefined)}
                  title={`${rule.name}: ${inWords(rule.sources)} to ${inWords(rule.destinations)}, ${protocolInWords(rule.protocol)} ${ports}`}
                >
                  <td className="number">{rule.priority}</td>
                  <td className="what">{breakable(far)}</td>
                  <td>{rule.protocol === 'Udp' ? `UDP ${ports}` : ports}</td>
                  <td className={rule.access}>{rule.access}</td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </Table>
    </>
  );
}
