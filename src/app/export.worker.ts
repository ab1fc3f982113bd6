import type { ExportRequest } from '#commands';
import { type ExportResult, exporterFor, exporterIds, loadExporter } from '#exporters';
import { type Design, emptyDesign, fetched } from '#model';
import { deriveNetwork, type Network } from '#network';
import { type CheckResult, check } from '#rules';
import { loadFonts } from './fonts.ts';

/** What the page sends: a design only where it is another than the last. */
export type ExportOrder = Omit<ExportRequest, 'design'> & {
  readonly order: number;
  readonly design?: Design;
};

export type ExportAnswer =
  | { readonly order: number; readonly result: ExportResult }
  | { readonly order: number; readonly error: string };

interface Judged {
  readonly design: Design;
  readonly network: Network;
  readonly result: CheckResult;
}

const rulesOnUse = () => fetched(import('./rules-on-use.ts'));

let last: Judged | undefined;
let lastTerms = '';

/** The same design is judged once, however many pictures are made of it. */
async function judged(
  design: Design | undefined,
  today: string,
  custom: ExportRequest['customRules'],
): Promise<Judged> {
  const rules = custom.length === 0 ? [] : (await rulesOnUse()).customRulesOf(custom);
  const wanted = design ?? last?.design ?? emptyDesign('');
  const terms = JSON.stringify([today, custom]);
  if (!last || last.design !== wanted || lastTerms !== terms) {
    const network = deriveNetwork(wanted);
    last = { design: wanted, network, result: check(wanted, { today, custom: rules }) };
    lastTerms = terms;
  }
  return last;
}

let lastFiles: { readonly of: Judged; readonly terms: string; readonly result: ExportResult } | undefined;

/** The same files are made once: a picture is saved of the drawing that its preview shows. */
async function filesOf(
  { format, ...rest }: Omit<ExportRequest, 'design' | 'customRules'>,
  of: Judged,
): Promise<ExportResult> {
  const [exporter, fonts] = await fetched(Promise.all([exporterFor(format), loadFonts()]));
  const terms = JSON.stringify([exporter.id, rest]);
  if (lastFiles?.of !== of || lastFiles.terms !== terms)
    lastFiles = { of, terms, result: exporter.export({ ...rest, ...of, fonts }) };
  return lastFiles.result;
}

self.onmessage = async ({ data }: MessageEvent<ExportOrder>) => {
  const { order, format, design, customRules, ...rest } = data;
  const answer = (given: ExportAnswer) => self.postMessage(given);
  try {
    const result = await filesOf({ format, ...rest }, await judged(design, rest.today, customRules));
    answer({ order, result });
  } catch (error) {
    answer({ order, error: error instanceof Error ? error.message : 'The file could not be made.' });
  }
};

// While the page still loads: afterwards nothing is asked of its server. What fails is asked for again when it is needed.
for (const part of [loadFonts(), rulesOnUse(), ...exporterIds.map(loadExporter)])
  Promise.resolve(part).catch(() => undefined);
