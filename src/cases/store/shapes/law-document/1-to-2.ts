import type { Upcaster } from '../../../../stored/index.ts';

/**
 * A law document may say what follows where an activity is not completed, warn of certain days, and ask that the youth
 * justice service is told; a clause may give way to others: none did before.
 */
export const lawDocument1To2: Upcaster = (value) => value;
