import type { Omission } from './exporter.ts';
import type { ExportFormat } from './formats.ts';

/** What a text links to instead of holding it. */
export const linkedDrawing: Omission = {
  what: 'the drawing itself',
  because:
    'The checklist links to the SVG: export it into the same folder. A Mermaid drawing is in the checklist.',
};

/** What has to lie beside a file of a format, which links to it. */
export const linkedFormat: Partial<Record<ExportFormat, ExportFormat>> = { markdown: 'svg' };
