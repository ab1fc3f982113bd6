import { type Design, edits, emptyDesign, type ResourceId } from '#model';
import { type Command, openDesign } from './command.ts';
import { unlikeKept, untitled } from './unlike-kept.ts';

/** One region to draw in, and nothing else. */
const blankDesign = (region: ResourceId): Design =>
  edits.addResource(emptyDesign(untitled), { id: region, kind: 'region', name: 'westeurope' });

export const newDesign: Command = {
  id: 'new',
  title: 'New blank canvas',
  run: (context) => openDesign(context, unlikeKept(context, blankDesign(context.browser.newId()))),
};
