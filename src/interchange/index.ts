/**
 * What comes in from other systems and goes out to them. So far: data.police.uk's stop-and-search files, read record by
 * record and decided against every scheme or counted, and its street-crime files, counted by how crimes were closed.
 */
export { recordsJson, type RecordsJson } from './domain/records-json.ts';
export type { FindingLevel, ImportFinding } from './domain/finding-ledger.ts';
export type { FileRefusal, RecordFile, RowBlock } from './domain/record-rows.ts';
export type { SkipReason } from './domain/stop-and-search/finding-codes.ts';
export { refusedWords, type RefusedRows } from './domain/refused-rows.ts';
export type { DrugsBy } from './domain/stop-and-search/search-object.ts';
export {
  decideRecords,
  type DecidedFile,
  type RecordsAnswer,
  type RecordsQuestion,
  type RecordsRefusal,
  type SchemeAnswer,
} from './use-cases/decide-records.ts';
export type { SearchCell } from './domain/stop-and-search/search-cells.ts';
export { namedForce, TOGETHER } from './domain/stop-and-search/named-force.ts';
export {
  countSearches,
  type CountedFile,
  type FileOverlap,
  type SearchesAnswer,
  type SearchesRefusal,
  type SearchFile,
} from './use-cases/count-searches.ts';
export type { OutcomeCell } from './domain/street-crime/street-import.ts';
export {
  countOutcomes,
  type CountedStreetFile,
  type OutcomesAnswer,
  type StreetOverlap,
} from './use-cases/count-outcomes.ts';
