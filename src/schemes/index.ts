/**
 * Scheme documents: what a scheme is made of, reading and checking one, its scenarios, the catalogue that comes with
 * the program, and one person against many schemes.
 */
export { compareSchemes, decidingClauses, type SchemeComparison } from './domain/compare-schemes.ts';
export { durationWords } from './domain/duration-words.ts';
export { hasActivity } from './domain/has-activity.ts';
export { isComparator } from './domain/is-comparator.ts';
export { isOpenTo } from './domain/law/law-for-scheme.ts';
export { notCompletedWords } from './domain/not-completed-words.ts';
export { schemeSchema, sourceKeys, type Scheme, type SchemeDocument } from './domain/scheme-document.ts';
export {
  lawSchema,
  type Law,
  type LawClauseDocument,
  type LawDocument,
  type TimeLimitDocument,
} from './domain/law/law-document.ts';
export { restingOn } from './domain/law/law-for-scheme.ts';
export { termsTold } from './pages/terms-told.ts';
export { schemesRoom } from './schemes-room.ts';
export {
  vocabularyDocumentOf,
  vocabularyDocumentSchema,
  vocabularyOf,
  type VocabularyDocument,
} from './domain/vocabulary-document.ts';
