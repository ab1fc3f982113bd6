/**
 * The design document: what can be in it, where it may lie, how it is read and changed.
 * May not: judge, derive networks, render or do I/O.
 */
export { isAlike } from './alike.ts';
export {
  type ChangedResource,
  type Comparison,
  compareDesigns,
  type Plain,
  type PropertyChange,
} from './compare.ts';
export { counted } from './counted.ts';
export {
  type CustomRule,
  type CustomRules,
  customRulesSchema,
  customRulesVersion,
} from './custom-rules.ts';
export {
  type Acceptance,
  type Box,
  type Design,
  daySchema,
  designSchema,
  emptyDesign,
  type Goals,
  goalsOf,
  goalsSchema,
  type StatedGoals,
  schemaVersion,
} from './design.ts';
export type { Edit } from './edits.ts';
export * as edits from './edits.ts';
export { fetched, notFetched } from './fetched.ts';
export { flatMapped } from './flat-mapped.ts';
export { groupedBy } from './grouped-by.ts';
export { isTheSame } from './is-the-same.ts';
export {
  holdsOthers,
  isGround,
  type KindFacts,
  type KindGroup,
  kindGroups,
  kindInSentence,
  kinds,
  mayLieIn,
  refusalOf,
} from './kinds.ts';
export { question } from './lineage.ts';
export {
  findNote,
  type Note,
  type NoteTone,
  noteLimits,
  noteName,
  noteSchema,
  notesOf,
  noteText,
  noteTones,
  toneOfNote,
} from './notes.ts';
export { crc32, designKeyword, pngSignature } from './picture-chunk.ts';
export { propertyInWords, wordsOf } from './plain-words.ts';
export { protocolInWords } from './protocol-words.ts';
export {
  allResources,
  ancestorsOf,
  childrenOf,
  enclosing,
  findOfKind,
  findResource,
  isConnectedInAzure,
  mayHaveUnseenPeerings,
  outermostOf,
  pathOf,
  referencesOf,
  resourcesOfKind,
  resourcesOfKinds,
  subtreeOf,
} from './queries.ts';
export { withReferences } from './references.ts';
export { fullRefusal, isFullOf, refusalIn } from './refusal-in.ts';
export {
  type Resource,
  type ResourceKind,
  type ResourceOf,
  resourceKinds,
  resourceSchemas,
} from './resource.ts';
export type { ResourceId } from './resource-base.ts';
export type { FirewallRule, RuleCollection, SecurityRule } from './resources/traffic.ts';
export { succeed } from './succeed.ts';
export { endpointsWritingInto, zonesInGroups } from './zones-in-groups.ts';
