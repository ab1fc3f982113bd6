import { type Connection, connectionsOf, hostedNetworksOf } from '#drawing';
import { drawnOf, isContainer, type Thing } from '#layout';
import { findResource, kinds, type Resource } from '#model';
import type { ExportInput, Omission } from '../exporter.ts';
import { listOfNames, nameOf } from '../names.ts';
import { mermaidLabel } from './mermaid-label.ts';

/** What renderers draw without being configured otherwise. https://mermaid.js.org/config/schema-docs/config.html */
const longestText = 50_000;
const mostEdges = 500;

const arrows: Readonly<Record<string, string>> = {
  peering: '<-->',
  connection: '---',
  'private-link': '---',
  route: '-.->',
  dns: '-.->',
  association: '-.-',
  scope: '-.-',
};

interface Flowchart {
  readonly text: string;
  /** More than a renderer draws without being configured otherwise. */
  readonly isTooLarge: boolean;
  readonly omissions: readonly Omission[];
}

/** A design as a Mermaid flowchart, without a final newline. */
export function mermaidText(input: ExportInput): Flowchart {
  const { design, network } = input;
  const drawn = drawnOf(design, { hosted: hostedNetworksOf(network) });
  const ids = new Map<string, string>();
  const idOf = (id: string) => {
    const known = ids.get(id) ?? `n${ids.size}`;
    ids.set(id, known);
    return known;
  };
  const lines = [
    'flowchart LR',
    ...drawn.roots.flatMap((root) => thingLines(input, root, idOf, '  ')),
    ...group('internet', 'Internet', drawn.online),
    ...group('zones', 'Private DNS zones', drawn.zones),
  ];
  const edges = [...connectionsOf(network), ...managedLinks(drawn.roots)].filter(
    ({ from, to }) => ids.has(from) && ids.has(to),
  );
  const all = [
    ...lines,
    ...edges.map((edge) => `  ${edgeLine(edge, idOf)}`),
    ...severityLines(input, ids),
  ].join('\n');
  const isTooLarge = all.length > longestText || edges.length > mostEdges;
  return {
    text: all,
    isTooLarge,
    omissions: [
      ...(isTooLarge
        ? [
            {
              what: 'a drawing of this size',
              because: `Renderers stop at ${longestText} characters or ${mostEdges} lines between things.`,
            },
          ]
        : []),
      ...folded(input, drawn.shownBy),
    ],
  };

  function group(id: string, title: string, things: readonly Thing[]): readonly string[] {
    if (things.length === 0) return [];
    const inside = things.flatMap((thing) => thingLines(input, thing, idOf, '    '));
    return [`  subgraph ${id}["${title}"]`, ...inside, '  end'];
  }
}

function thingLines(
  input: ExportInput,
  thing: Thing,
  idOf: (id: string) => string,
  indent: string,
): readonly string[] {
  const label = `"${labelOf(input, thing)}"`;
  if (!isContainer(thing)) return [`${indent}${idOf(thing.id)}[${label}]`];
  const inside = thing.children.flatMap((child) => thingLines(input, child, idOf, `${indent}  `));
  return [`${indent}subgraph ${idOf(thing.id)}[${label}]`, ...inside, `${indent}end`];
}

/** Renderers give a container's title one line. */
function labelOf({ design }: ExportInput, thing: Thing): string {
  const { resource, name, kind, hosted, derived } = thing;
  if (hosted) return `${mermaidLabel(name)}, ${mermaidLabel(hosted.fact)}`;
  if (derived) return `${mermaidLabel(name)}<br/>${mermaidLabel(derived.fact)}`;
  const facts = resource === undefined ? '' : factsOf(resource, (id) => findResource(design, id)?.name);
  const second = kinds[kind].group === 'Places' && facts !== '' ? facts : kinds[kind].title;
  return `${mermaidLabel(name) || '(unnamed)'}${isContainer(thing) ? ', ' : '<br/>'}${mermaidLabel(second)}`;
}

/** Prefixes, and of a subnet what is attached to it. */
function factsOf(resource: Resource, nameOfId: (id: Resource['id']) => string | undefined): string {
  const prefixes = 'addressPrefixes' in resource ? resource.addressPrefixes.join(' ') : '';
  if (resource.kind !== 'subnet') return prefixes;
  const attached = [resource.networkSecurityGroup, resource.routeTable, resource.natGateway].flatMap((id) =>
    id === undefined ? [] : (nameOfId(id) ?? []),
  );
  return [prefixes, ...attached].filter(Boolean).join(', ');
}

/** Of endpoints that Azure makes by itself. */
const managedLinks = (things: readonly Thing[]): readonly Line[] =>
  things.flatMap(({ id, derived, children }) =>
    derived ? [{ from: id, to: derived.target, meaning: 'private-link' }] : managedLinks(children),
  );

type Line = Pick<Connection, 'from' | 'to' | 'meaning' | 'text'>;

const edgeLine = ({ from, to, meaning, text }: Line, idOf: (id: string) => string): string => {
  const label = text === undefined ? '' : `|"${mermaidLabel(text)}"|`;
  return `${idOf(from)} ${arrows[meaning] ?? '---'}${label} ${idOf(to)}`;
};

/** Outlines of what bears an open finding. */
function severityLines({ result }: ExportInput, ids: ReadonlyMap<string, string>): readonly string[] {
  const worst = new Map<string, string>();
  for (const { at, severity, verdict, accepted } of result.findings) {
    if (verdict !== 'failed' || accepted || severity === 'note') continue;
    for (const id of at) {
      const node = ids.get(id);
      if (node !== undefined && worst.get(node) !== 'error') worst.set(node, severity);
    }
  }
  const nodesOf = (severity: string) => [...worst].flatMap(([node, its]) => (its === severity ? [node] : []));
  return [
    ['error', 'stroke:#c02626,stroke-width:3px'],
    ['warning', 'stroke:#b7791f,stroke-width:3px'],
  ].flatMap(([severity = '', style]) => {
    const nodes = nodesOf(severity);
    return nodes.length === 0
      ? []
      : [`  classDef ${severity} ${style}`, `  class ${nodes.join(',')} ${severity}`];
  });
}

const folded = (input: ExportInput, shownBy: ReadonlyMap<Resource['id'], Resource['id']>): Omission[] => {
  const names = [...shownBy.keys()]
    .filter((id) => findResource(input.design, id)?.kind !== 'virtual-network-peering')
    .map((id) => nameOf(input, id));
  return names.length === 0
    ? []
    : [
        {
          what: `boxes in the Mermaid drawing for what is attached: ${listOfNames(names)}`,
          because: 'The box of the subnet or resource that each is attached to names it.',
        },
      ];
};
