import { type Design, designKeyword } from '#model';
import { writeDesign } from '../json/write-design.ts';
import { element } from './render-svg.ts';

/** What would be markup, or what XML cannot hold, written as JSON has it: the text is JSON and XML at once. */
const jsonEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The design as it is saved, inside the drawing: it opens again from there, and shows nothing. */
export const designMetadata = (design: Design): string =>
  element(
    'metadata',
    { 'data-kind': designKeyword },
    writeDesign(design).replace(/[&<>\u007f-\u009f\ufffe\uffff]/g, jsonEscape),
  );
