import type { Design, ResourceKind } from '#model';

/** The groups of an export list, in reading order. */
export const formatGroups = ['Pictures', 'Review', 'Network team', 'Other tools', 'Isoplan'] as const;
export type FormatGroup = (typeof formatGroups)[number];

/** What a list of formats shows of one, and how its file is called. */
export interface FormatFacts {
  readonly title: string;
  /** What is in it, in one line for people. */
  readonly text: string;
  readonly group: FormatGroup;
  /** Follows the design's name and a dot; unlike every other, so that all formats fit in one folder. */
  readonly extension: string;
  readonly mediaType: string;
  /** Kinds of which the design must hold one, so that there is something to write, and what is said where it holds none. */
  readonly needs?: { readonly kinds: readonly ResourceKind[]; readonly without: string };
  /** The format that app and terminal turn into this one; absent where an exporter writes it. */
  readonly madeFrom?: 'svg';
}

/** Every format in which a design leaves, keyed by the word that `--to` takes, in the order of lists. */
export const exportFormats = {
  png: {
    title: 'PNG picture',
    text: 'The sheet for the review board, two pixels a point',
    group: 'Pictures',
    extension: 'png',
    mediaType: 'image/png',
    madeFrom: 'svg',
  },
  svg: {
    title: 'SVG drawing',
    text: 'The same sheet, sharp at every size',
    group: 'Pictures',
    extension: 'svg',
    mediaType: 'image/svg+xml',
  },
  markdown: {
    title: 'Markdown checklist',
    text: 'Each check with its evidence, and the tables',
    group: 'Review',
    extension: 'md',
    mediaType: 'text/markdown',
  },
  html: {
    title: 'Printable review',
    text: 'The checklist with the drawing in one file that prints on A4 and A3',
    group: 'Review',
    extension: 'html',
    mediaType: 'text/html',
  },
  'firewall-csv': {
    title: 'Firewall rules',
    text: 'Every rule in the order of evaluation, as CSV',
    group: 'Network team',
    extension: 'firewall-rules.csv',
    mediaType: 'text/csv',
    needs: { kinds: ['azure-firewall', 'firewall-policy'], without: 'The design has no firewall' },
  },
  'firewall-azure-cli': {
    title: 'Firewall rules as a script',
    text: 'Azure CLI commands that add every rule to its policy: no template, and nothing else of the design',
    group: 'Network team',
    extension: 'firewall-rules.sh',
    mediaType: 'application/x-sh',
    needs: { kinds: ['firewall-policy'], without: 'The design has no firewall policy' },
  },
  'nsg-csv': {
    title: 'Security rules',
    text: 'Every rule of every network security group, as CSV',
    group: 'Network team',
    extension: 'security-rules.csv',
    mediaType: 'text/csv',
    needs: { kinds: ['network-security-group'], without: 'The design has no network security group' },
  },
  'outbound-csv': {
    title: 'Required outbound',
    text: 'Each destination, who needs it and what decides it, as CSV',
    group: 'Network team',
    extension: 'required-outbound.csv',
    mediaType: 'text/csv',
  },
  'address-plan-csv': {
    title: 'Address plan',
    text: 'Every subnet, what takes it now and as clusters grow, as CSV',
    group: 'Network team',
    extension: 'address-plan.csv',
    mediaType: 'text/csv',
  },
  'forwarders-windows': {
    title: 'Forwarders for Windows DNS',
    text: 'Conditional forwarders as PowerShell',
    group: 'Network team',
    extension: 'forwarders.ps1',
    mediaType: 'text/plain',
  },
  'forwarders-bind': {
    title: 'Forwarders for BIND',
    text: 'Forward zones for named.conf',
    group: 'Network team',
    extension: 'forwarders.named.conf',
    mediaType: 'text/plain',
  },
  'forwarders-dnsmasq': {
    title: 'Forwarders for dnsmasq',
    text: 'Server lines for dnsmasq.conf',
    group: 'Network team',
    extension: 'forwarders.dnsmasq.conf',
    mediaType: 'text/plain',
  },
  'forwarders-coredns': {
    title: 'Forwarders for CoreDNS',
    text: 'Server blocks for a Corefile',
    group: 'Network team',
    extension: 'forwarders.Corefile',
    mediaType: 'text/plain',
  },
  'forwarders-azure-cli': {
    title: 'Rules for DNS Private Resolver',
    text: 'Azure CLI commands for forwarding rulesets',
    group: 'Network team',
    extension: 'forwarders.sh',
    mediaType: 'application/x-sh',
    needs: {
      kinds: ['dns-forwarding-ruleset', 'dns-resolver-endpoint'],
      without: 'The design has neither a ruleset nor an inbound endpoint',
    },
  },
  drawio: {
    title: 'draw.io diagram',
    text: 'Containers and shapes to go on editing',
    group: 'Other tools',
    extension: 'drawio',
    mediaType: 'application/vnd.jgraph.mxfile',
  },
  mermaid: {
    title: 'Mermaid',
    text: 'The drawing as text, for wikis and pull requests',
    group: 'Other tools',
    extension: 'mmd',
    mediaType: 'text/vnd.mermaid',
  },
  sarif: {
    title: 'SARIF',
    text: 'Findings for code scanning',
    group: 'Other tools',
    extension: 'sarif',
    mediaType: 'application/sarif+json',
  },
  junit: {
    title: 'JUnit',
    text: 'Checks as a test report',
    group: 'Other tools',
    extension: 'junit.xml',
    mediaType: 'application/xml',
  },
  csv: {
    title: 'Resources',
    text: 'One line for each resource with its findings, as CSV',
    group: 'Other tools',
    extension: 'resources.csv',
    mediaType: 'text/csv',
  },
  json: {
    title: 'Isoplan design',
    text: 'Everything, to open again here',
    group: 'Isoplan',
    extension: 'isoplan.json',
    mediaType: 'application/json',
  },
  sanitised: {
    title: 'Sanitised design',
    text: 'Names, addresses, ids and regions replaced, with the key to them',
    group: 'Isoplan',
    extension: 'sanitised.json',
    mediaType: 'application/json',
  },
} as const satisfies Readonly<Record<string, FormatFacts>>;

/** Any format by name, those made from another among them. */
export type ExportFormat = keyof typeof exportFormats;

export const exportFormatIds = Object.keys(exportFormats) as readonly ExportFormat[];

/** The facts of a format, without their literal types. */
export const formatFacts = (format: ExportFormat): FormatFacts => exportFormats[format];

/** What the design lacks so that a file of the format would say nothing. */
export function lackFor(format: ExportFormat, { resources }: Design): string | undefined {
  const { needs } = formatFacts(format);
  return needs && !resources.some(({ kind }) => needs.kinds.includes(kind)) ? needs.without : undefined;
}
