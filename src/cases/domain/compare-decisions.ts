import type { RecordedDecision } from '../../triage/domain/index.ts';

/** Where a decision worked out again is not what was recorded. */
export type DecisionDifference =
  | { readonly of: 'verdict'; readonly recorded: string; readonly again: string }
  | {
      readonly of: 'clause';
      readonly id: string;
      /** Null where there was no such clause. */
      readonly recorded: string | null;
      readonly again: string | null;
    }
  | { readonly of: 'missing'; readonly recorded: readonly string[]; readonly again: readonly string[] };

type Compared = Pick<RecordedDecision, 'verdict' | 'missing'> & {
  readonly clauses: readonly Pick<RecordedDecision['clauses'][number], 'id' | 'result'>[];
};

/**
 * How two decisions of one scheme differ in what they decide: the verdict, each clause's result, and which facts were
 * missing, in whatever order. Words, sources and whatever else a later version adds decide nothing and are not compared.
 */
export function compareDecisions(recorded: Compared, again: Compared): readonly DecisionDifference[] {
  const verdict = { of: 'verdict', recorded: recorded.verdict, again: again.verdict } as const;
  const missing = { of: 'missing', recorded: recorded.missing, again: again.missing } as const;
  return [
    ...(recorded.verdict === again.verdict ? [] : [verdict]),
    ...clauseDifferences(recorded, again),
    ...(haveSameMembers(recorded.missing, again.missing) ? [] : [missing]),
  ];
}

function clauseDifferences(recorded: Compared, again: Compared): readonly DecisionDifference[] {
  const before = resultsOf(recorded);
  const after = resultsOf(again);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const results = { recorded: before.get(id) ?? null, again: after.get(id) ?? null };
    return results.recorded === results.again ? [] : [{ of: 'clause', id, ...results } as const];
  });
}

function resultsOf({ clauses }: Compared): ReadonlyMap<string, string> {
  return new Map(clauses.map(({ id, result }) => [id, result]));
}

function haveSameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}
