import type { FactId } from '../../../eligibility/index.ts';

/** What the coordinator is asked for an outcome, beside the reasons: no more than its law turns on. */
export const OUTCOME_QUESTIONS = [
  'responsibility',
  'evidence',
  'agrees',
  'victim',
  'serious',
  'history',
  'history-sergeant',
  'history-youth-justice',
  'leave',
] as const;
export type OutcomeQuestion = (typeof OUTCOME_QUESTIONS)[number];

/** The fact that each asks for, in the vocabulary's terms. */
export const FACT_OF_QUESTION: { readonly [question in OutcomeQuestion]: FactId } = {
  responsibility: 'responsibility-accepted',
  evidence: 'evidence-to-charge',
  agrees: 'agrees-to-disposal',
  victim: 'victim',
  serious: 'gravity-score',
  history: 'offending-history',
  'history-sergeant': 'authorised-by',
  'history-youth-justice': 'youth-justice-agrees',
  leave: 'authorised-by',
};
