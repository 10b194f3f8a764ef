import { disclose } from '../../domain/disclosure/disclose.ts';
import { sentenceFor, sentencesFor } from '../../domain/disclosure/sentence.ts';
import type { Evaluation, FoundEvaluation } from '../evaluation.ts';
import { historyFor } from './history-for.ts';

/** An evaluation as an evaluator sees it: every count, and every sentence with its counts. */
export function forEvaluators(found: FoundEvaluation): Evaluation {
  const { result } = found;
  return {
    ...found,
    audience: 'evaluator',
    history: historyFor('evaluator', found.history),
    measures: disclose(found.measures, 'evaluator'),
    result: {
      ...result,
      findings: result.findings.map(({ method, notes, refusal, ...finding }) => ({
        ...finding,
        method: sentenceFor('evaluator', method),
        notes: sentencesFor('evaluator', notes),
        refusal: refusal === null ? null : sentenceFor('evaluator', refusal),
      })),
      subgroupTests: result.subgroupTests.map(({ why, ...test }) => ({
        ...test,
        why: why === null ? null : sentenceFor('evaluator', why),
      })),
      warnings: sentencesFor('evaluator', result.warnings),
    },
  };
}
