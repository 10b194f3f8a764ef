import { storedAuditEntries } from '../../../audit/index.ts';
import { storedCaseTables } from '../../../cases/store/stored-tables.ts';
import { storedEvaluations } from '../../../evaluation/store/stored-evaluations.ts';
import { storedTreatmentRecords } from '../../../providers/index.ts';
import { storedDrafts } from '../../../triage/store/draft-rows.ts';
import type { StoredTable } from '../../../stored/index.ts';

/** Every table that holds JSON or codes, of every room. database.store.test.ts holds that none is left out. */
export const storedTables: readonly StoredTable[] = [
  ...storedCaseTables,
  storedTreatmentRecords,
  storedDrafts,
  storedEvaluations,
  storedAuditEntries,
];
