import type { Exporter } from './exporter.ts';
import { type ExportFormat, exportFormats } from './formats.ts';

/** One line a format: its code and its libraries load on first use. */
const loaders = {
  svg: async () => (await import('./svg/svg.ts')).svgExporter,
  markdown: async () => (await import('./markdown/markdown.ts')).markdownExporter,
  html: async () => (await import('./html/html.ts')).htmlExporter,
  'firewall-csv': async () => (await import('./csv/csv.ts')).firewallCsv,
  'firewall-azure-cli': async () => (await import('./azure-cli/firewall-script.ts')).firewallScript,
  'nsg-csv': async () => (await import('./csv/csv.ts')).securityRulesCsv,
  'outbound-csv': async () => (await import('./csv/csv.ts')).outboundCsv,
  'address-plan-csv': async () => (await import('./csv/csv.ts')).addressPlanCsv,
  'forwarders-windows': async () => (await import('./forwarders/dns-servers.ts')).windowsForwarders,
  'forwarders-bind': async () => (await import('./forwarders/dns-servers.ts')).bindForwarders,
  'forwarders-dnsmasq': async () => (await import('./forwarders/dns-servers.ts')).dnsmasqForwarders,
  'forwarders-coredns': async () => (await import('./forwarders/dns-servers.ts')).coreDnsForwarders,
  'forwarders-azure-cli': async () => (await import('./azure-cli/ruleset-script.ts')).rulesetScript,
  drawio: async () => (await import('./drawio/drawio.ts')).drawioExporter,
  mermaid: async () => (await import('./mermaid/mermaid.ts')).mermaidExporter,
  sarif: async () => (await import('./sarif/sarif.ts')).sarifExporter,
  junit: async () => (await import('./junit/junit.ts')).junitExporter,
  csv: async () => (await import('./csv/csv.ts')).resourcesCsv,
  json: async () => (await import('./json/json.ts')).jsonExporter,
  sanitised: async () => (await import('./sanitised/sanitised.ts')).sanitisedExporter,
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
