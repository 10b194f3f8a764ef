import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import type { Law } from '../domain/law/law-document.ts';
import { loadLaw } from './law-files.ts';

/** The law documents that come with the program. Files of unit tests share one process, which reads them once. */
export const shippedLaw: readonly Law[] = await loadLaw(await loadReferenceLists());
