import type { RootContent } from 'mdast';
import type { ExportInput } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { mermaidText } from '../mermaid/mermaid-text.ts';
import { heading, paragraph, picture } from './blocks.ts';

/** The drawing: a link to the SVG that is exported beside the report, and the same design as Mermaid. */
export function diagram(input: ExportInput): RootContent[] {
  const { text, isTooLarge } = mermaidText(input);
  return [
    heading(2, 'Diagram'),
    paragraph(picture(`Drawing of ${input.design.name}`, fileOf('svg', input, '').path)),
    isTooLarge
      ? paragraph('The design is too large for Mermaid: its renderers would refuse it.')
      : { type: 'code', lang: 'mermaid', value: text },
  ];
}
