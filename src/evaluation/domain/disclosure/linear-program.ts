/** A linear programme in standard form: the least cost · x with rows · x = right and x ≥ 0. `right` has no negative. */
export interface LinearProgram {
  readonly cost: readonly number[];
  /** Each row as pairs of variable and coefficient. */
  readonly rows: readonly (readonly (readonly [number, number])[])[];
  readonly right: readonly number[];
}

/** What is left of nothing after rounding is smaller than this. */
const EPSILON = 1e-9;

/**
 * The x of least cost; null where no x meets the rows, or where the cost falls without end.
 *
 * Method: the simplex tableau in two phases, with Bland's rule, which never cycles (R. Bland, Mathematics of Operations
 * Research 2, 1977, 103-107). Sized for tables that a reader can take in: some hundred rows and variables.
 */
export function leastCost({ cost, rows, right }: LinearProgram): Float64Array | null {
  const variables = cost.length;
  // Each row begins with an artificial variable in the basis. They never come back, and so have no column.
  const tableau = rows.map((row, at) => {
    const line = new Float64Array(variables + 1);
    for (const [variable, coefficient] of row) line[variable] = (line[variable] ?? 0) + coefficient;
    line[variables] = right[at] ?? 0;
    return line;
  });
  const basis = rows.map((_, at) => variables + at);
  const rounding = EPSILON * Math.max(1, ...right);
  // Rows with nothing on the right give their artificial variable up at once, whichever true one takes its place.
  // Stryker disable next-line CallExpression: the same x is found without this, only later
  driveOut(tableau, basis, 0);
  // First the artificial variables are driven to nothing; then the true cost is lowered without them.
  const first = descend({ tableau, basis, cost: new Float64Array(variables + 1), artificial: 1 });
  if (first > rounding) return null;
  driveOut(tableau, basis, rounding);
  const padded = new Float64Array(variables + 1);
  padded.set(cost);
  if (descend({ tableau, basis, cost: padded, artificial: 0 }) === Number.NEGATIVE_INFINITY) return null;
  return Float64Array.from(cost, (_, variable) => tableau[basis.indexOf(variable)]?.[variables] ?? 0);
}

interface Descent {
  readonly tableau: readonly Float64Array[];
  readonly basis: number[];
  readonly cost: Float64Array;
  /** The cost of each artificial variable. */
  readonly artificial: number;
}

/** Pivots until no variable lowers the cost any more, and answers the cost. */
function descend({ tableau, basis, cost, artificial }: Descent): number {
  const last = cost.length - 1;
  const reduced = Float64Array.from(cost);
  for (const [at, line] of tableau.entries()) {
    const variable = basis[at] ?? Number.NaN;
    subtract(reduced, line, variable < last ? (cost[variable] ?? 0) : artificial);
  }
  for (;;) {
    const entering = reduced.subarray(0, last).findIndex((value) => value < 0);
    if (entering === -1) return -(reduced[last] ?? 0);
    const leaving = leavingRow(tableau, basis, entering);
    const line = tableau[leaving];
    if (line === undefined) return Number.NEGATIVE_INFINITY;
    pivotOn(tableau, line, entering);
    subtract(reduced, line, reduced[entering] ?? 0);
    basis[leaving] = entering;
  }
}

/** The row that first stops a variable that grows; of several, the one whose variable is named first. -1: none does. */
function leavingRow(tableau: readonly Float64Array[], basis: readonly number[], entering: number): number {
  let leaving = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, line] of tableau.entries()) {
    const pivot = line[entering] ?? 0;
    // Stryker disable next-line EqualityOperator: divided by nothing is no ratio that is less than another
    if (pivot <= 0) continue;
    const ratio = (line[line.length - 1] ?? 0) / pivot;
    // Stryker disable next-line EqualityOperator: no variable stands in two rows
    const isNamedFirst = (basis[at] ?? Number.NaN) < (basis[leaving] ?? Number.NaN);
    if (ratio < least || (ratio === least && isNamedFirst)) [least, leaving] = [ratio, at];
  }
  return leaving;
}

/** An artificial variable that stands at nothing, or is rounding, could grow again later: it gives its place to a true one. */
function driveOut(tableau: readonly Float64Array[], basis: number[], rounding: number): void {
  for (const [at, line] of tableau.entries()) {
    const variables = line.length - 1;
    if ((basis[at] ?? 0) < variables || (line[variables] ?? 0) > rounding) continue;
    const entering = line.subarray(0, variables).findIndex((value) => value !== 0);
    // A row of nothing says what other rows say already.
    if (entering === -1) continue;
    pivotOn(tableau, line, entering);
    basis[at] = entering;
  }
}

function pivotOn(tableau: readonly Float64Array[], line: Float64Array, entering: number): void {
  const pivot = line[entering] ?? Number.NaN;
  line.forEach((value, at) => {
    line[at] = value / pivot;
  });
  for (const other of tableau) if (other !== line) subtract(other, line, other[entering] ?? Number.NaN);
}

function subtract(from: Float64Array, line: Float64Array, times: number): void {
  // Stryker disable next-line ConditionalExpression: nothing is subtracted, only at once
  if (times === 0) return;
  // Stryker disable next-line EqualityOperator: what is written past the end of a typed array is lost
  for (let at = 0; at < line.length; at += 1) {
    const left = (from[at] ?? 0) - times * (line[at] ?? 0);
    from[at] = Math.abs(left) < EPSILON ? 0 : left;
  }
}
