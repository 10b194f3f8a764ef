import type { Upcaster } from '../../../../stored/index.ts';

/** Facts may bound each other, stand in for each other and be asked first: none did before. */
export const vocabularyDocument1To2: Upcaster = (value) => value;
