/**
 * What is stored as JSON or as a code: read through the schema of its shape and the steps from earlier shapes (ADR 0023), and
 * everything stored checked at once.
 */
export { checkStored, type CheckedTable, type FoundProblem } from './check-stored.ts';
export { StoredFault, type StoredPlace, type StoredProblem } from './domain/stored-fault.ts';
export { readColumn } from './domain/stored-column.ts';
export { readStored, storedKind, type StoredKind, type Upcaster } from './domain/stored-kind.ts';
export { storedColumns, storedTable, type StoredTable } from './stored-table.ts';
