import type { Upcaster } from '../../../../stored/index.ts';

/** A value may say that something is still to come: none did before. */
export const vocabularyDocument2To3: Upcaster = (value) => value;
