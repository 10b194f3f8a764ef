/**
 * Scheme documents: what a scheme is made of, reading and checking one, its scenarios, the catalogue that comes with
 * the program, and one person against many schemes.
 */
export { compareSchemes, decidingClauses, type SchemeComparison } from './domain/compare-schemes.ts';
export type { DocumentFault, Finding } from './domain/reading/document-fault.ts';
export { documentText } from './domain/reading/document-text.ts';
export { readDocument } from './domain/reading/read-document.ts';
export { shapeFindings } from './domain/reading/shape-findings.ts';
export { durationWords } from './domain/duration-words.ts';
export { sourceKeys, type Scheme, type SchemeDocument } from './domain/scheme-document.ts';
export { placeIn, utf8Text } from './domain/reading/utf8-text.ts';
export type { SchemeReference } from './domain/checks/check.ts';
export { schemePages } from './pages/scheme-pages.ts';
export { choiceWords, plainWords, valueWords, type FactWords, type ReferenceWords } from './domain/reference-words.ts';
