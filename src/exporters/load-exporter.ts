import type { Exporter } from './exporter.ts';
import { type ExportFormat, exportFormats } from './formats.ts';

/** One line a format: its code and its libraries load on first use. */
const loaders = {
  svg: async () => (await import('./svg/svg.ts')).svgExporter,
  markdown: async () => (await import('./markdown/markdown.ts')).markdownExporter,
  'firewall-csv': async () => (await import('./csv/csv.ts')).firewallCsv,
  'nsg-csv': async () => (await import('./csv/csv.ts')).securityRulesCsv,
  'outbound-csv': async () => (await import('./csv/csv.ts')).outboundCsv,
  'address-plan-csv': async () => (await import('./csv/csv.ts')).addressPlanCsv,
  mermaid: async () => (await import('./mermaid/mermaid.ts')).mermaidExporter,
  csv: async () => (await import('./csv/csv.ts')).resourcesCsv,
  json: async () => (await import('./json/json.ts')).jsonExporter,
} as const satisfies Readonly<Partial<Record<ExportFormat, () => Promise<Exporter>>>>;

/** Formats that an exporter writes. */
export type ExporterId = keyof typeof loaders;

/** The formats that a design can be written in. */
export const exporterIds = Object.keys(loaders) as readonly ExporterId[];

/** The exporter of a format. */
export const loadExporter = (id: ExporterId): Promise<Exporter> => loaders[id]();

/** The exporter whose file is the format, or what app and terminal make the format from. */
export const exporterFor = (format: ExportFormat): Promise<Exporter> =>
  loadExporter(format === 'png' ? exportFormats.png.madeFrom : format);
