import type { Upcaster } from '../../../../stored/index.ts';

/** Since the eleventh shape the police may book a place with a referral, `place-booked`; no other event changed. */
export const caseEvent10To11: Upcaster = (event) => event;
