import { assumedBehind, type ClauseAnswer, type Decision, type Facts } from '../../eligibility/index.ts';

/** A decision as `--json` prints it: every clause with its standing, source, the values that it read and what is left to judge. */
export function decisionJson(decision: Decision, facts: Facts) {
  const { scheme, asOf, standing, verdict, missing, discretions, schemeVersion, law } = decision;
  return {
    scheme,
    asOf,
    standing,
    verdict,
    assumed: assumedBehind(decision),
    clauses: decision.clauses.map((clause) => clauseJson(clause, decision, facts)),
    missing,
    discretions,
    /** Facts that were left out and that another stood in for. */
    stoodIn: facts.stoodIn,
    schemeVersion,
    law,
  };
}

/** One clause's answer; `values` are those of the facts that it reads, null where nothing is known. */
export function clauseJson(answer: ClauseAnswer, { discretions }: Pick<Decision, 'discretions'>, facts: Facts) {
  const { id, result, says, source, standing, reads, law, settledBy, note } = answer;
  return {
    id,
    result,
    says,
    standing,
    source,
    values: Object.fromEntries(reads.map((fact) => [fact, facts.values[fact] ?? null])),
    discretions: discretions.filter(({ clause }) => clause === id).map(({ question, by }) => ({ question, by })),
    ...(note === undefined ? {} : { note }),
    ...(law === undefined ? {} : { law }),
    ...(settledBy === undefined ? {} : { settledBy }),
  };
}
