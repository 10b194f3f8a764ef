import type { AccessTables } from './tables/access.ts';
import type { AuditTables } from './tables/audit.ts';
import type { CaseTables } from './tables/cases.ts';
import type { EvaluationTables } from './tables/evaluations.ts';
import type { ProviderTables } from './tables/providers.ts';
import type { StudyTables } from './tables/study.ts';

/** Every table and view of the database, by name. Each room declares its own in tables/<room>.ts. */
export interface Tables extends AccessTables, AuditTables, CaseTables, EvaluationTables, ProviderTables, StudyTables {}
