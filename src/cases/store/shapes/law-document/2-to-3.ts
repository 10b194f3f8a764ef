import type { Upcaster } from '../../../../stored/index.ts';

/** A clause may settle others, which need not be known at an outcome where it is met: none did before. */
export const lawDocument2To3: Upcaster = (value) => value;
