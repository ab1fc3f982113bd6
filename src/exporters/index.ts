/**
 * A design and its findings as files: text only, one folder a format. PNG is made from the SVG by app and cli.
 * May not: judge, read the clock or do I/O.
 */
export type { Exporter, ExportFile, ExportInput, ExportResult, Omission } from './exporter.ts';
export { writeDesign } from './json/write-design.ts';
export { type ExporterId, exporterIds, loadExporter } from './load-exporter.ts';
