import type { Scheme } from '../domain/scheme-document.ts';
import { loadCatalogue } from './catalogue-files.ts';

/** The catalogue that comes with the program. Files of unit tests share one process, which reads it once. */
export const shippedCatalogue: readonly Scheme[] = await loadCatalogue();
