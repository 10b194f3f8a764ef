import type { StoredTable } from '../../stored/index.ts';
import { storedPeople } from './case-files.ts';
import { storedCaseEvents } from './case-log.ts';
import { storedProgress } from './case-progress-rows.ts';
import { storedDocuments } from './document-rows.ts';
import { storedProposals } from './proposal-rows.ts';
import { storedReferrals } from './referral-rows.ts';

/** The tables of this room that hold JSON or codes, for `database check`. */
export const storedCaseTables: readonly StoredTable[] = [
  storedDocuments,
  storedPeople,
  storedProgress,
  storedCaseEvents,
  storedReferrals,
  storedProposals,
];
