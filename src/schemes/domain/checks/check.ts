import type { Draft, Finding } from '../../../documents/index.ts';
import type { ReferenceLists } from '../../../reference/index.ts';
import type { Law } from '../law/law-document.ts';
import type { SchemeDocument } from '../scheme-document.ts';

/** What a check may look at besides the document. */
export interface CheckContext {
  readonly reference: ReferenceLists;
  /** The file's path as given, with `/` between folders. */
  readonly file: string;
  /** The law there is; left out while the law itself is read, or has faults. */
  readonly laws?: readonly Law[] | undefined;
}

/** One thing that a scheme document must hold to. Silent about parts that are absent: others report those. */
export type Check = (draft: Draft<SchemeDocument>, context: CheckContext) => Finding[];
