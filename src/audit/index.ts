/**
 * The append-only record of every write and every look at a person's record, chained by hash, and its verification.
 */
export { appendAudit, appendNext, nextInChain, type NextInChain } from './append-audit.ts';
export { auditDetailsKind, readAuditDetails, storedAuditEntries } from './audit-details-kind.ts';
export { auditEntries } from './audit-entries.ts';
export { ACCESS_CHAIN, caseChain, looksChain, type AuditEntry } from './audit-entry.ts';
export { auditedActionNames, type AuditedAction } from './domain/audited-actions.ts';
export { chainedTable, type ChainedTable } from './chained-table.ts';
export { HeadsDigest, KeptHeads, keptHeadsFile, KeptHeadsFault } from './domain/kept-heads.ts';
export { rowEntries } from './row-entries.ts';
export {
  CHAIN_START,
  chainHash,
  differenceInWords,
  type Break,
  type ChainedEntry,
  type Difference,
} from './domain/chain.ts';
export { shapeToHash } from './domain/shape-to-hash.ts';
export { verifyChains, type Verification, type VerifyOptions } from './verify-chains.ts';
