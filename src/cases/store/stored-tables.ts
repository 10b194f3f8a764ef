import type { StoredTable } from '../../stored/index.ts';
import { storedPeople } from './case-files.ts';
import { storedCaseEvents } from './case-log.ts';
import { storedDocuments } from './document-rows.ts';
import { storedProposals } from './proposal-rows.ts';
import { storedReferrals } from './referral-rows.ts';

/** The tables of this room that hold JSON, for `database check`. */
export const storedCaseTables: readonly StoredTable[] = [
  storedDocuments,
  storedPeople,
  storedCaseEvents,
  storedReferrals,
  storedProposals,
];
