import type { RootContent } from 'mdast';
import { type Acceptance, findResource } from '#model';
import type { Destination, Trace } from '#network';
import type { ExportInput } from '../exporter.ts';
import { nameOf } from '../names.ts';
import { type Cell, heading, tableOr } from './blocks.ts';

/** What people decided: findings that they accepted, and questions that they keep with the answer they want. */
export const decisions = (input: ExportInput): RootContent[] => [
  heading(2, 'Decisions'),
  tableOr(
    'No finding is accepted.',
    ['Accepted finding', 'Reason', 'Owner', 'Until', 'State'],
    input.design.accepted.map((one) => acceptedRow(input, one)),
  ),
  ...(input.design.expectations.length === 0
    ? []
    : [
        heading(3, 'Questions kept'),
        tableOr(
          '',
          ['From', 'To', 'Protocol and port', 'Wanted', 'Now'],
          input.design.expectations.map((one) => expectationRow(input, one)),
        ),
      ]),
];

function acceptedRow({ result, today }: ExportInput, accepted: Acceptance): readonly Cell[] {
  const { fingerprint, reason, owner, expires } = accepted;
  const found = result.findings.find((finding) => finding.fingerprint === fingerprint);
  const isOver = expires !== undefined && today > expires;
  const state = found === undefined ? 'No longer found' : isOver ? 'Expired: counts again' : 'In force';
  return [found?.text ?? `Finding ${fingerprint}`, reason, owner, expires ?? 'without an end', state];
}

type Expectation = ExportInput['design']['expectations'][number];

function expectationRow(input: ExportInput, expectation: Expectation): readonly Cell[] {
  const { from, to, protocol, port, wanted } = expectation;
  const target = input.design.resources.find(({ id }) => id === to);
  const destination: Destination = target ? { resource: target.id } : { hosts: [to] };
  const now = findResource(input.design, from)
    ? verdictOf(input.network.trace({ from, to: destination, protocol, port }))
    : 'cannot tell: the source is not in the design';
  return [
    nameOf(input, from),
    target ? nameOf(input, target.id) : to,
    `${protocol === 'Tcp' ? 'TCP' : 'UDP'} ${port}`,
    wanted,
    now,
  ];
}

const verdictOf = ({ verdict }: Trace): string =>
  verdict === 'delivered' || verdict === 'cannot-tell' ? verdict.replace('-', ' ') : 'blocked';
