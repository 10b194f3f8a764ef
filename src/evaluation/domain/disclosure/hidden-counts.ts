import { leastCost } from './linear-program.ts';

/** That a count is the sum of others: a margin and its cells, a total and its parts. With one part the two are the same. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Counts from 1 up to here are not shown to anybody but the evaluator: a convention, assumed. */
export const LARGEST_SMALL_COUNT = 4;

/**
 * Which counts to hide, so that no small one (1 to 4) can be worked out from those that are left and from the sums that
 * they are known to make.
 *
 * For each small count p it is asked what else must move, and by how much, for p to be five and all sums still to hold;
 * whatever moves is hidden, chosen by a linear programme so that as little as possible is (M. Fischetti and J. Salazar,
 * "Models and Algorithms for Optimizing Cell Suppression in Tabular Data", JASA 95, 2000, 916-928, of whom this is the
 * relaxed form, cell by cell). So a reader who knows every sum, and that what is hidden is not nothing, still finds five
 * as possible as the truth. A count of 0 is never hidden and never helps to hide. `alsoHide` are hidden already
 * elsewhere; they too are kept from being worked out.
 */
export function hiddenCounts(
  counts: ReadonlyMap<string, number>,
  sums: readonly Sum[],
  { alsoHide = new Set(), weights = new Map() }: HidingOptions = {},
): ReadonlySet<string> {
  const small = [...counts].filter(([, count]) => count >= 1 && count <= LARGEST_SMALL_COUNT);
  // Stryker disable next-line EqualityOperator: a 4 is among the small ones already
  const others = [...counts].filter(([name, count]) => alsoHide.has(name) && count > LARGEST_SMALL_COUNT);
  const hidden = new Set([...small, ...others].map(([name]) => name));
  const task = taskOf(counts, sums, weights);
  // Stryker disable next-line ArrayDeclaration: words are no move
  const moves: Float64Array[] = [];
  for (const [name, count] of [...small, ...others]) {
    const by = Math.max(1, LARGEST_SMALL_COUNT + 1 - count);
    const target = task.at.get(name) ?? 0;
    // What has been hidden for another count may do for this one as well. One that is not small need not be able to
    // grow: it is enough that it can be something else.
    // Stryker disable next-line EqualityOperator: what makes a 4 fall lets it grow as well
    const mayFall = count > LARGEST_SMALL_COUNT;
    const farthest = moves.map((move) => move[target] ?? 0).map((moved) => (mayFall ? Math.abs(moved) : moved));
    // Stryker disable next-line EqualityOperator: what moves just so far is found again, only later
    if (farthest.some((moved) => moved >= by)) continue;
    const move = cheapestMove(task, { target, by, hidden });
    // Only where the sums given are no sums of the counts: then nothing of them is shown.
    if (move === null) return new Set(task.names);
    moves.push(move);
    for (const [place, moved] of task.names.entries()) if (move[place] !== 0) hidden.add(moved);
  }
  return hidden;
}

/** A count that is below nothing already is a difference of two, and may go where it likes. */
function staysAboveNothing(count: number, moved: number): boolean {
  // Stryker disable next-line EqualityOperator: no count of a task is 0
  const isDifference = count < 0;
  // Stryker disable next-line EqualityOperator: nothing falls to exactly this
  return isDifference || count + moved >= 1 - TOLERANCE;
}

const TOLERANCE = 1e-6;

export interface HidingOptions {
  /** Hidden already elsewhere: they too are kept from being worked out. */
  readonly alsoHide?: ReadonlySet<string>;
  /** How many other counts one is worth that a reader needs more: a total by which much is divided. */
  readonly weights?: ReadonlyMap<string, number>;
}

interface Task {
  readonly prices: readonly number[];
  readonly names: readonly string[];
  readonly counts: readonly number[];
  readonly at: ReadonlyMap<string, number>;
  /** Each sum as pairs of count and sign. */
  readonly rows: readonly (readonly (readonly [number, number])[])[];
}

/** Counts that are not nothing, and the sums over them. */
function taskOf(counts: ReadonlyMap<string, number>, sums: readonly Sum[], weights: ReadonlyMap<string, number>): Task {
  const names = [...counts.keys()].filter((name) => counts.get(name) !== 0);
  const at = new Map(names.map((name, place) => [name, place]));
  const rows = sums.map(({ whole, parts }) =>
    [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)]
      .filter(([name]) => at.has(name))
      .map(([name, sign]) => [at.get(name) ?? -1, sign] as const),
  );
  const prices = names.map((name) => (1 + Math.log1p(Math.abs(counts.get(name) ?? 0))) * (weights.get(name) ?? 1));
  return { names, counts: names.map((name) => counts.get(name) ?? 0), prices, at, rows };
}

interface Move {
  readonly target: number;
  readonly by: number;
  readonly hidden: ReadonlySet<string>;
}

/** By how much each count must move for one of them to grow by so much, at the least cost to what is shown. */
function cheapestMove({ names, counts, prices, rows }: Task, { target, by, hidden }: Move): Float64Array | null {
  const n = names.length;
  const price = names.map((name, place) => (hidden.has(name) ? 1e-6 : (prices[place] ?? 1)));
  const up = rows.map((row) => row.flatMap(([place, sign]) => [[place, sign] as const, [n + place, -sign] as const]));
  // Stryker disable next-line ArrayDeclaration: words are no place
  const bounded: number[] = [];
  // A count may fall no further than to 1. Few come near it, so each bound is put in only once it has been broken.
  // Only rounding could break a bound that was put in: then nothing is shown, rather than tried for ever.
  // Stryker disable next-line ConditionalExpression,EqualityOperator: no rounding is known to do that
  while (bounded.length <= n) {
    const caps = bounded.map((place, row) => [[n + place, 1] as const, [2 * n + row, 1] as const]);
    const found = leastCost({
      cost: [...price, ...price, ...new Float64Array(bounded.length)],
      rows: [...up, [[target, 1] as const, [n + target, -1] as const], ...caps],
      right: [...rows.map(() => 0), by, ...bounded.map((place) => (counts[place] ?? 1) - 1)],
    });
    if (found === null) return null;
    const moved = Float64Array.from(names, (_, place) => (found[place] ?? 0) - (found[n + place] ?? 0));
    const broken = [...names.keys()].filter((place) => !staysAboveNothing(counts[place] ?? 0, moved[place] ?? 0));
    if (broken.length === 0) return moved;
    bounded.push(...broken);
  }
  return null;
}
