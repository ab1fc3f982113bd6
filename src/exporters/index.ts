/**
 * A design and its findings as files: text only, one folder a format. PNG is made from the SVG by app and cli.
 * May not: judge, read the clock or do I/O.
 */
export { writeCsv } from './csv/write-csv.ts';
export type { Exporter, ExportFile, ExportInput, ExportResult, Omission } from './exporter.ts';
export {
  type ExportFormat,
  exportFormatIds,
  type FormatFacts,
  type FormatGroup,
  formatFacts,
  formatGroups,
  lackFor,
} from './formats.ts';
export { writeDesign } from './json/write-design.ts';
export { linkedDrawing, linkedFormat } from './linked-drawing.ts';
export { exporterFor, exporterIds, loadExporter } from './load-exporter.ts';
export {
  type PictureOptions,
  pictureBackgrounds,
  pictureScales,
  pictureSchemes,
} from './picture-options.ts';
export { finishPng, type PngFacts } from './png/finish-png.ts';
export { readKey, restore } from './sanitised/restore.ts';
export { type Fonts, fontFileNamesFor } from './svg/embedded-fonts.ts';
export { fontFileNames } from './svg/font-files.ts';
