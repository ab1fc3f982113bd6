import { type Connection, connectionsOf, drawScene, regionName } from '#drawing';
import { kinds, type Resource, type ResourceId } from '#model';
import { escaped } from '../escaped.ts';
import type { Exporter, ExportInput } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { oneLine } from '../one-line.ts';
import { type Cell, cellsOf } from './cells.ts';
import { edgeStyleOf, styleOf } from './styles.ts';

/** A diagram that draw.io opens and edits: containers hold what the model puts into them. */
export const drawioExporter: Exporter = {
  id: 'drawio',
  export: (input) => ({
    files: [fileOf('drawio', input, drawioText(input))],
    omissions: [
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
        what: 'which subnet a security group, a route table or a policy is attached to',
        because: 'They are boxes where they lie; lines from each would cover the drawing.',
      },
    ],
  }),
};

function drawioText(input: ExportInput): string {
  const { design, network, result } = input;
  const scene = drawScene({ design, network, result: { ...result, findings: [] } });
  const cells = cellsOf(design, scene);
  const ids = new Map<ResourceId, string>([...cells.keys()].map((id, at) => [id, `r${at}`]));
  const idOf = (id: ResourceId | undefined) => (id === undefined ? undefined : ids.get(id));
  const edges = connectionsOf(network).filter(
    ({ from, to }) => cells.has(from as ResourceId) && cells.has(to as ResourceId),
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
      (cell) => `        ${vertex(cell, idOf(cell.resource.id) ?? '', idOf(cell.parent) ?? '1')}`,
    ),
    ...edges.map((edge, at) => `        ${edgeCell(edge, `e${at}`, idOf)}`),
    '      </root>',
    '    </mxGraphModel>',
    '  </diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}

const attribute = (words: string): string => escaped(oneLine(words));

/** Labels are HTML to draw.io: names are escaped as that first, and then as an attribute. */
const label = (resource: Resource): string => {
  const name = resource.kind === 'region' ? regionName(resource.name) : resource.name;
  const second =
    'addressPrefixes' in resource ? resource.addressPrefixes.join(' ') : kinds[resource.kind].title;
  const html = `<b>${escaped(oneLine(name))}</b><br>${escaped(oneLine(second))}`;
  return escaped(html);
};

const number = (value: number): string => `${Math.round(value * 10) / 10}`;

function vertex(cell: Cell, id: string, parent: string): string {
  const { resource, x, y, width, height } = cell;
  const azureId = resource.azureId === undefined ? '' : ` azureId="${attribute(resource.azureId)}"`;
  const geometry = `<mxGeometry x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" as="geometry"/>`;
  return `<UserObject id="${id}" label="${label(resource)}" kind="${attribute(resource.kind)}"${azureId}><mxCell style="${escaped(styleOf(cell))}" vertex="1" parent="${parent}">${geometry}</mxCell></UserObject>`;
}

function edgeCell(
  { from, to, meaning, text, isBroken }: Connection,
  id: string,
  idOf: (id: ResourceId) => string | undefined,
): string {
  const words = text === undefined ? '' : escaped(escaped(oneLine(text)));
  const [source = '', target = ''] = [from, to].map((end) => idOf(end as ResourceId));
  return `<mxCell id="${id}" value="${words}" style="${escaped(edgeStyleOf(meaning, isBroken === true))}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
}
