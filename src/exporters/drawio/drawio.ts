import {
  type Connection,
  connectionsOf,
  drawScene,
  hostedNetworksOf,
  regionName,
  type Scene,
  type SceneItem,
} from '#drawing';
import { documentFact } from '#layout';
import type { Design } from '#model';
import { escaped } from '../escaped.ts';
import type { Exporter, ExportInput, Omission } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { oneLine } from '../one-line.ts';
import { type Cell, cellsOf } from './cells.ts';
import { noteCells } from './note-cells.ts';
import { edgeStyleOf, styleOf } from './styles.ts';
import { type Way, wayOf } from './ways.ts';

/** A diagram that draw.io opens and edits: containers hold what the model puts into them. */
export const drawioExporter: Exporter = {
  id: 'drawio',
  export: (input) => ({
    files: [fileOf('drawio', input, drawioText(input))],
    omissions: [
      ...managedFrames(input),
      {
        what: 'findings, accepted findings and goals',
        because: 'The diagram is to be worked on; the checklist and the pictures have them.',
      },
      {
        what: 'rules, routes, records and other properties',
        because:
          'A box has a name, a kind and its Azure resource id; the tables and the design have the rest.',
      },
      {
        what: 'lines from security groups, route tables and policies to their subnets',
        because: 'Each is a box in its region; lines from all of them would cover the drawing.',
      },
    ],
  }),
};

const managedFrames = ({ network }: ExportInput): readonly Omission[] =>
  hostedNetworksOf(network).length === 0
    ? []
    : [
        {
          what: 'managed networks as boxes that hold their computes',
          because:
            'A box holds what the model puts into it: computes stand in their region, the managed network is a frame behind them.',
        },
      ];

const wordsOf = ({ shapes, label: words }: SceneItem): readonly string[] => {
  const texts = shapes.flatMap((shape) => (shape.type === 'text' ? [shape.full ?? shape.text] : []));
  return texts.length > 0 ? texts : [words];
};

function drawioText(input: ExportInput): string {
  const { design, network, result } = input;
  const scene = drawScene({ design, network, result: { ...result, findings: [] } });
  const cells = cellsOf(design, scene);
  const ids = idsOf([...cells.values()]);
  const idOf = (id: string | undefined) => (id === undefined ? undefined : ids.get(id));
  const drawn = new Set(scene.edges.map((edge) => edge.id));
  const edges = [...connectionsOf(network), ...managedLinks(scene)].filter(
    ({ id, meaning, from, to }) =>
      // What the frame of a managed network says needs no line through it.
      cells.has(from) && cells.has(to) && (meaning !== 'association' || drawn.has(id)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="isoplan" type="device">',
    `  <diagram id="design" name="${attribute(design.name) || 'Design'}">`,
    '    <mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" pageScale="1" math="0" shadow="0">',
    '      <root>',
    '        <mxCell id="0"/>',
    '        <mxCell id="1" parent="0"/>',
    ...[...cells.values()].map(
      (cell) => `        ${vertex(design, cell, idOf(cell.id) ?? '', idOf(cell.parent) ?? '1')}`,
    ),
    ...edges.map((edge, at) => `        ${edgeCell(edge, `e${at}`, idOf, wayOf(edge, scene, cells))}`),
    ...noteCells(design, scene, idOf).map((cell) => `        ${cell}`),
    '      </root>',
    '    </mxGraphModel>',
    '  </diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}

/** Resources are counted apart, so that a managed network more changes no id of theirs. */
function idsOf(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const made = cells.filter(({ resource }) => resource === undefined);
  const own = cells.filter(({ resource }) => resource !== undefined);
  return new Map([
    ...own.map(({ id }, at) => [id, `r${at}`] as const),
    ...made.map(({ id }, at) => [id, `m${at}`] as const),
  ]);
}

/** The private links that Azure makes by itself. */
const managedLinks = ({ edges, items }: Scene): readonly Connection[] => {
  const made = new Set(items.filter(({ resource }) => resource === undefined).map(({ id }) => id));
  return edges.filter(({ meaning, from }) => meaning === 'private-link' && made.has(from));
};

const attribute = (words: string): string => escaped(oneLine(words));

/** Labels are HTML to draw.io: names are escaped as that first, and then as an attribute. */
const label = (design: Design, { resource, item }: Cell): string => {
  if (!resource) return labelOf(item ? wordsOf(item) : []);
  const name = resource.kind === 'region' ? regionName(resource.name) : resource.name;
  // A zone has one line: without what nearly all have in common its name is whole.
  if (resource.kind === 'private-dns-zone') return labelOf([name.replace(/^privatelink\./i, '')]);
  const second =
    'addressPrefixes' in resource ? resource.addressPrefixes.join(' ') : documentFact(design, resource);
  return labelOf([name, second]);
};

const labelOf = ([name = '', second]: readonly string[]): string =>
  escaped(`<b>${escaped(oneLine(name))}</b>${second === undefined ? '' : `<br>${escaped(oneLine(second))}`}`);

const number = (value: number): string => `${Math.round(value * 10) / 10}`;

function vertex(design: Design, cell: Cell, id: string, parent: string): string {
  const { resource, x, y, width, height } = cell;
  const geometry = `<mxGeometry x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" as="geometry"/>`;
  const style = escaped(styleOf(cell));
  if (!resource)
    return `<mxCell id="${id}" value="${label(design, cell)}" style="${style}" vertex="1" parent="${parent}">${geometry}</mxCell>`;
  const azureId = resource.azureId === undefined ? '' : ` azureId="${attribute(resource.azureId)}"`;
  return `<UserObject id="${id}" label="${label(design, cell)}" kind="${attribute(resource.kind)}"${azureId}><mxCell style="${style}" vertex="1" parent="${parent}">${geometry}</mxCell></UserObject>`;
}

function edgeCell(
  { from, to, meaning, text, isBroken }: Connection,
  id: string,
  idOf: (id: string) => string | undefined,
  way: Way | undefined,
): string {
  const words = text === undefined ? '' : escaped(escaped(oneLine(text)));
  const [source = '', target = ''] = [from, to].map(idOf);
  return `<mxCell id="${id}" value="${words}" style="${escaped(`${edgeStyleOf(meaning, isBroken === true)}${way?.ports ?? ''}`)}" edge="1" parent="1" source="${source}" target="${target}">${geometryOf(way)}</mxCell>`;
}

function geometryOf(way: Way | undefined): string {
  if (!way || way.bends.length === 0) return '<mxGeometry relative="1" as="geometry"/>';
  const points = way.bends.map(({ x, y }) => `<mxPoint x="${number(x)}" y="${number(y)}"/>`).join('');
  return `<mxGeometry relative="1" as="geometry"><Array as="points">${points}</Array></mxGeometry>`;
}
