import type { Finding } from '../../designs/finding.ts';

/** Names of the counts of an evaluation: the same people have one name, in whatever table or picture they stand. */
export const cells = {
  data: 'data',
  studied: 'studied',
  excluded: (at: number) => `excluded ${at}`,
  side: (side: number) => `side ${side}`,
  lost: (side: number, at: number) => `side ${side} lost ${at}`,
  compared: (side: number) => `compared ${side}`,
  level: (side: number, at: number) => `level ${at} of side ${side}`,
  group: ({ id }: Pick<Finding, 'id'>, side: number, part: 'n' | 'events') => `${part} of ${id} of side ${side}`,
  /** The effect of an analysis beside the main one. */
  estimate: ({ id }: Pick<Finding, 'id'>) => `estimate of ${id}`,
  curve: (side: number) => `curve of side ${side}`,
  atRisk: (side: number, at: number) => `at risk at point ${at} of side ${side}`,
  funnel: (name: string, part: 'size' | 'count') => `${part} of funnel ${name}`,
  /** What a whole has beside this part: as telling as the part itself. */
  rest: (part: string) => `rest of ${part}`,
  /** Everything that the numbers of a finding are made of. */
  ofFinding: (finding: Pick<Finding, 'id'>): readonly string[] =>
    [0, 1].flatMap((side) =>
      (['n', 'events'] as const).flatMap((part) => {
        const cell = cells.group(finding, side, part);
        return [cell, cells.rest(cell)];
      }),
    ),
} as const;
