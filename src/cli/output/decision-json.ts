import {
  assumedBehind,
  type ClauseAnswer,
  type Decision,
  type Discretion,
  type Facts,
} from '../../eligibility/index.ts';
import { stoodInFor, valuesRead } from './value-read.ts';

/** What a clause's answer is told with: who was asked about, which scheme, and what each clause leaves to judge. */
export interface Told {
  readonly facts: Facts;
  readonly scheme: string;
  readonly judgements: readonly Discretion[];
}

/** A decision as `--json` prints it: every clause with its standing, source, the values that it read and what is left to judge. */
export function decisionJson(decision: Decision, facts: Facts, judgements: readonly Discretion[]) {
  const { scheme, asOf, standing, verdict, missing, discretions, schemeVersion, law } = decision;
  return {
    scheme,
    asOf,
    standing,
    verdict,
    assumed: assumedBehind(decision),
    clauses: decision.clauses.map((clause) => clauseJson(clause, { facts, scheme, judgements })),
    missing,
    discretions,
    /** Facts that it read, that were left out and that another stood in for. */
    stoodIn: stoodInFor(decision.clauses, facts),
    schemeVersion,
    law,
  };
}

/** One clause's answer; `values` are those of the facts that it reads, null where nothing is known. */
export function clauseJson(answer: ClauseAnswer, { facts, scheme, judgements }: Told) {
  const { id, result, says, source, standing, reads, law, settledBy, note } = answer;
  const values = valuesRead(scheme, facts);
  return {
    id,
    result,
    says,
    standing,
    source,
    values: Object.fromEntries(reads.map((fact) => [fact, values[fact] ?? null])),
    discretions: judgements.filter(({ clause }) => clause === id).map(({ question, by }) => ({ question, by })),
    ...(note === undefined ? {} : { note }),
    ...(law === undefined ? {} : { law }),
    ...(settledBy === undefined ? {} : { settledBy }),
  };
}
