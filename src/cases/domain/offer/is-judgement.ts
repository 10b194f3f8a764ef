import type { CaseRecord } from '../case-state.ts';
import { decisionFor } from './verdict-that-counts.ts';

/** Whether what a person decides of a scheme is the judgement that the scheme leaves to one, and overrides no rule. */
export function isJudgement(record: CaseRecord, scheme: string): boolean {
  return decisionFor(record, scheme)?.verdict === 'needs-discretion';
}
