import type { Draft, Finding } from '../../../documents/index.ts';
import type { Vocabulary } from '../../../eligibility/index.ts';
import type { SchemeDocument } from '../scheme-document.ts';

/** The lists that a scheme's words are held against: `reference/`. */
export interface SchemeReference {
  readonly vocabulary: Vocabulary;
  readonly forceIds: readonly string[];
  readonly outcomeTypes: readonly string[];
}

/** What a check may look at besides the document. */
export interface CheckContext {
  readonly reference: SchemeReference;
  /** The file's path as given, with `/` between folders. */
  readonly file: string;
}

/** One thing that a scheme document must hold to. Silent about parts that are absent: others report those. */
export type Check = (draft: Draft<SchemeDocument>, context: CheckContext) => Finding[];
