/** What scheme and law documents are, and which law a scheme rests on: for the pure core of other rooms. */
export { factsIn } from './checks/rule-parts.ts';
export { SCHEME_KINDS, type Nation } from './document-parts.ts';
export type { Law, LawClauseDocument, TimeLimitDocument } from './law/law-document.ts';
export { isOpenTo, nationOfForce, rulesOfLaw } from './law/law-for-scheme.ts';
