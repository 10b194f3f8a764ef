import type { Upcaster } from '../../../../stored/index.ts';

/** A scheme may name its nation, its disposals and the law it rests on, rules may add amounts up: none did before. */
export const schemeDocument1To2: Upcaster = (value) => value;
