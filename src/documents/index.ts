/**
 * Documents that people write in YAML: read with the place of every part, held against a schema, and answered with what
 * is wrong, where, and what would be right. Which documents there are is their rooms' business.
 */
export { inReadingOrder, isWithin, type DocumentFault, type DocumentPath, type Finding } from './document-fault.ts';
export { documentText } from './document-text.ts';
export { memberOf, withoutFaults, type Draft } from './draft.ts';
export { readDocument } from './read-document.ts';
export { shapeFindings, type ExplainedPart } from './shape-findings.ts';
export { placeIn, utf8Text } from './utf8-text.ts';
