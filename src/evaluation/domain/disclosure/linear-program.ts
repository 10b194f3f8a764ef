/** A linear programme in standard form: the least cost · x with rows · x = right and x ≥ 0. `right` has no negative. */
export interface LinearProgram {
  readonly cost: readonly number[];
  /** Each row as pairs of variable and coefficient. */
  readonly rows: readonly (readonly (readonly [number, number])[])[];
  readonly right: readonly number[];
}

const EPSILON = 1e-9;

/**
 * The x of least cost, or null where no x meets the rows.
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
  // Rows with nothing on the right give their artificial variable up at once, whichever true one takes its place.
  const empty = tableau.filter((_, at) => right[at] === 0);
  driveOut(tableau, basis, { variables, from: new Set(empty) });
  // First the artificial variables are driven to nothing; then the true cost is lowered without them.
  const first = descend({ tableau, basis, cost: new Float64Array(variables + 1), artificial: 1 });
  if (first > EPSILON * Math.max(1, ...right)) return null;
  driveOut(tableau, basis, { variables, from: new Set(tableau) });
  const padded = new Float64Array(variables + 1);
  padded.set(cost);
  descend({ tableau, basis, cost: padded, artificial: 0 });
  const solution = new Float64Array(variables);
  for (const [at, variable] of basis.entries()) {
    if (variable < variables) solution[variable] = tableau[at]?.[variables] ?? 0;
  }
  return solution;
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
  for (const [at, variable] of basis.entries()) {
    subtract(reduced, tableau[at] ?? reduced, variable < last ? (reduced[variable] ?? 0) : artificial);
  }
  for (;;) {
    let entering = 0;
    while (entering < last && (reduced[entering] ?? 0) >= -EPSILON) entering += 1;
    if (entering === last) return -(reduced[last] ?? 0);
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, line] of tableau.entries()) {
      const pivot = line[entering] ?? 0;
      if (pivot <= EPSILON) continue;
      const ratio = (line[last] ?? 0) / pivot;
      const isLess = ratio < least - EPSILON;
      const isTie = Math.abs(ratio - least) <= EPSILON && (basis[at] ?? 0) < (basis[leaving] ?? 0);
      if (isLess || isTie) [least, leaving] = [ratio, at];
    }
    const line = tableau[leaving];
    // Costs are not negative, so a programme of ours is never unbounded.
    if (line === undefined) return -(reduced[last] ?? 0);
    pivotOn(tableau, line, entering);
    subtract(reduced, line, reduced[entering] ?? 0);
    basis[leaving] = entering;
  }
}

/** An artificial variable that stands at nothing could grow again later: it gives its place to a true one. */
function driveOut(
  tableau: readonly Float64Array[],
  basis: number[],
  { variables, from }: { readonly variables: number; readonly from: ReadonlySet<Float64Array> },
): void {
  for (const [at, line] of tableau.entries()) {
    if ((basis[at] ?? 0) < variables || !from.has(line)) continue;
    const entering = line.findIndex((value, variable) => variable < variables && Math.abs(value) > EPSILON);
    // A row of nothing says what other rows say already.
    if (entering === -1) continue;
    pivotOn(tableau, line, entering);
    basis[at] = entering;
  }
}

function pivotOn(tableau: readonly Float64Array[], line: Float64Array, entering: number): void {
  const pivot = line[entering] ?? 1;
  for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) / pivot;
  for (const other of tableau) if (other !== line) subtract(other, line, other[entering] ?? 0);
}

function subtract(from: Float64Array, line: Float64Array, times: number): void {
  if (times === 0) return;
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (line[at] ?? 0);
}
