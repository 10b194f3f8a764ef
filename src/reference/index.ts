/**
 * What `reference/` holds, read once, for every room: the facts there are and the words for them, police forces, outcome
 * types. Here is what computes and runs anywhere; the files are read by `store/`.
 */
export { drugsByClassOn, type DrugClasses } from './domain/drug-classes.ts';
export { isForThePerson, isNeedToKnow } from './domain/fact-shown.ts';
export { findForce, type NoSuchForce } from './domain/find-force.ts';
export type { Force } from './domain/force.ts';
export { forceByName } from './domain/force-by-name.ts';
export type { ReferenceLists } from './domain/reference-lists.ts';
export {
  choiceWords,
  plainWords,
  memberWords,
  valueWords,
  type FactWords,
  type LocalAuthority,
  type ReferenceWords,
} from './domain/reference-words.ts';
