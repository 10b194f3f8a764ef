import type { Upcaster } from '../../../../stored/index.ts';

/** Since the twelfth shape consent to share is null where there is no provider to share with; no other event changed. */
export const caseEvent11To12: Upcaster = (event) => event;
