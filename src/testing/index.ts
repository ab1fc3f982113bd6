/**
 * Builders and testers for tests.
 * May not: be imported by anything but tests and the workbench.
 */

export { anyDocument } from './any-document.ts';
export { commandContext } from './command-context.ts';
export { DesignBuilder, design, type Properties, securityRule } from './design-builder.ts';
export { type DrawnText, drawnTexts } from './drawn-texts.ts';
export {
  damagedExport,
  type ExportRows,
  faultyExport,
  judgedExport,
  lostInSilence,
  placesOfExport,
} from './faulty-export.ts';
export { isolatedWorkspace } from './isolated-workspace.ts';
export * as spoke from './names-in-a-spoke.ts';
export { pictureRenderer } from './picture-renderer.ts';
export { anyAnswers, coveringPairs, overlapsIn } from './plans.ts';
export { renamed } from './renamed.ts';
export { reviewEstate } from './review-estate.ts';
export { terminal } from './terminal.ts';
export { testRule } from './test-rule.ts';
export { xmlFault } from './xml-fault.ts';
