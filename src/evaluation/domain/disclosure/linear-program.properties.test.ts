import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastCost, type LinearProgram } from './linear-program.ts';

/** Programmes small enough to try every corner of; many have noughts on the right, rows that repeat, or no solution. */
const programs: fc.Arbitrary<LinearProgram> = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), variables: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, variables }) =>
    fc.record({
      cost: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: variables, maxLength: variables }),
      rows: fc.array(
        fc.array(fc.tuple(fc.integer({ min: 0, max: variables - 1 }), fc.integer({ min: -2, max: 3 })), {
          maxLength: variables + 1,
        }),
        { minLength: rows, maxLength: rows },
      ),
      right: fc.array(fc.constantFrom(0, 0, 1, 2, 3), { minLength: rows, maxLength: rows }),
    }),
  );

/** Programmes in which the simplex goes round in circles where, of several rows, another one than Bland’s gives way. */
const ROUND_IN_CIRCLES: Readonly<Record<string, LinearProgram>> = {
  'the first row': inFull(
    [0, 0, 0, 0, 0, -1, 3, 2, 2, -1, 0],
    [
      [0, 0, 1, 0, 0, 0, 2, -2, -3, 1, 0],
      [0, 1, 0, 0, 0, -3, -3, 2, 3, -3, 0],
      [0, 0, 0, 0, 1, 1, 0, 1, -2, 3, 0],
      [0, 0, 0, 1, 0, -2, 1, 1, 0, 3, 0],
      [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
    ],
  ),
  'the last row': inFull(
    [0, 0, 0, 0, 1, -2, 2, -3, -2, -2, 0],
    [
      [1, 0, 0, 0, -1, 3, 2, 3, 2, -3, 0],
      [0, 0, 0, 1, -1, 2, 1, 3, -3, -1, 0],
      [0, 1, 0, 0, 0, -1, 3, -1, -2, 1, 0],
      [0, 0, 1, 0, 3, 3, -3, 2, 1, 0, 0],
      [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
    ],
  ),
  'the variable named last': inFull(
    [0, 0, 0, 0, 1, -2, 0, -2, -1, -1, 0],
    [
      [1, 0, 0, 0, 3, -1, -2, 0, 3, -3, 0],
      [0, 0, 0, 1, 1, 3, -2, 2, 0, 3, 0],
      [0, 1, 0, 0, 2, 1, 2, -3, -1, 2, 0],
      [0, 0, 1, 0, 0, 1, 3, 3, -2, 0, 0],
      [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
    ],
  ),
};

/** With 1 on the right of the last row, and nothing on that of all others. */
function inFull(cost: readonly number[], table: readonly (readonly number[])[]): LinearProgram {
  const rows = table.map((row) => row.map((coefficient, variable) => [variable, coefficient] as const));
  return { cost, rows, right: table.map((_, at) => (at === table.length - 1 ? 1 : 0)) };
}

test('The least cost is that of the best corner, and there is none where no corner meets the rows', () => {
  fc.assert(
    fc.property(programs, (program) => {
      const found = leastCost(program);
      const corners = cornersOf(program);
      expect(found === null).toBe(corners.length === 0);
      if (found === null) return;
      for (const [at, row] of program.rows.entries()) {
        const sum = row.reduce((total, [variable, coefficient]) => total + coefficient * (found[variable] ?? 0), 0);
        expect(sum).toBeCloseTo(program.right[at]!, 8);
      }
      expect(Math.min(...found)).toBeGreaterThanOrEqual(-1e-9);
      expect(costOf(program, found)).toBeCloseTo(Math.min(...corners.map((corner) => costOf(program, corner))), 8);
    }),
    { numRuns: 2000, examples: Object.values(ROUND_IN_CIRCLES).map((program) => [program]) },
  );
});

function costOf({ cost }: LinearProgram, x: ArrayLike<number>): number {
  return cost.reduce((sum, each, at) => sum + each * (x[at] ?? 0), 0);
}

/** Every x ≥ 0 that meets the rows and whose variables above nothing stand in independent columns. */
function cornersOf({ cost, rows, right }: LinearProgram): number[][] {
  const matrix = rows.map((row) => {
    const line = cost.map(() => 0);
    for (const [variable, coefficient] of row) line[variable]! += coefficient;
    return line;
  });
  const subsets = Array.from({ length: 2 ** cost.length }, (_, bits) =>
    cost.flatMap((_each, variable) => ((bits >> variable) & 1 ? [variable] : [])),
  );
  return subsets.flatMap((variables) => {
    const values = soleSolution(
      matrix.map((line, at) => [...variables.map((variable) => line[variable]!), right[at]!]),
      variables.length,
    );
    if (values === null || values.some((value) => value < -1e-9)) return [];
    const corner = cost.map(() => 0);
    for (const [at, variable] of variables.entries()) corner[variable] = values[at]!;
    return [corner];
  });
}

/** The one solution of equations whose last column is their right; null where there is none, or more than one. */
function soleSolution(equations: number[][], unknowns: number): number[] | null {
  const lines = equations.map((line) => [...line]);
  for (let at = 0; at < unknowns; at += 1) {
    const pivot = lines.slice(at).toSorted((a, b) => Math.abs(b[at]!) - Math.abs(a[at]!))[0];
    if (pivot === undefined || Math.abs(pivot[at]!) < 1e-9) return null;
    lines.splice(lines.indexOf(pivot), 1);
    const scaled = pivot.map((value) => value / pivot[at]!);
    lines.forEach((line, other) => {
      lines[other] = line.map((value, column) => value - line[at]! * scaled[column]!);
    });
    lines.splice(at, 0, scaled);
  }
  if (lines.slice(unknowns).some((line) => Math.abs(line[unknowns]!) > 1e-9)) return null;
  return lines.slice(0, unknowns).map((line) => line[unknowns]!);
}
