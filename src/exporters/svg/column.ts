import { counted } from '#model';
import type { ExportInput } from '../exporter.ts';
import type { Block } from './block.ts';
import { addressBlocks, countsBlock, sayingBlock, titleBlock } from './column-blocks.ts';
import type { DrawnPart } from './drawn-part.ts';
import { findingBlock } from './finding-blocks.ts';

/** More findings than this make a sheet that nobody can print: the checklist has the rest. */
export const mostFindings = 120;

/** The findings that a sheet lists: all, or those that stand at what is drawn. Numbers are those of the whole list. */
export function listedFindings({ result, picture }: ExportInput, { scene, chosen }: DrawnPart) {
  if (picture?.showsFindings === false) return { listed: [], elsewhere: 0, beyond: 0 };
  const here = new Set(scene.items.flatMap((item) => item.findings));
  const numbered = result.findings
    .map((finding, at) => ({ finding, number: at + 1 }))
    .filter(({ finding }) => chosen === undefined || here.has(finding.fingerprint));
  return {
    listed: numbered.slice(0, mostFindings),
    elsewhere: result.findings.length - numbered.length,
    beyond: Math.max(0, numbered.length - mostFindings),
  };
}

/** The right column: title, goals, counts, findings by number and place, addresses. */
export function columnOf(
  input: ExportInput,
  part: DrawnPart,
  places: ReadonlyMap<string, readonly string[]>,
  width: number,
): readonly Block[] {
  const { design, network, result, picture } = input;
  const title = titleBlock(design, part.chosen, width);
  const addresses = addressBlocks(network, part, width);
  if (picture?.showsFindings === false)
    return [title, sayingBlock('This sheet does not show findings.', width), ...addresses];
  const { listed, elsewhere, beyond } = listedFindings(input, part);
  return [
    title,
    countsBlock(result, width),
    ...(listed.length === 0 && elsewhere === 0 ? [sayingBlock('No findings.', width)] : []),
    ...listed.map(({ finding, number }) =>
      findingBlock(finding, number, places.get(finding.fingerprint) ?? [], width),
    ),
    ...(beyond > 0 ? [sayingBlock(`${counted(beyond, 'more finding')} in the checklist.`, width)] : []),
    ...(elsewhere > 0
      ? [sayingBlock(`${counted(elsewhere, 'finding')} elsewhere in the design.`, width)]
      : []),
    ...addresses,
  ];
}
