import type { Upcaster } from '../../../../stored/index.ts';

/** An outcome may be given before the case closes, corrected, and the youth justice service told: nobody recorded it before. */
export const caseEvent6To7: Upcaster = (value) => value;
