/**
 * What a rule may still turn out to be. Each rule ends as one of three: met, not met, or for a person's judgement.
 * Where facts are missing several ends are possible, so a rule's value is the set of them, three bits wide.
 *
 * Kleene's strong logic gives the ends: one "not met" decides `allOf`, one "met" decides `anyOf`, a judgement stays a
 * judgement until something else decides. A set of ends combines end by end. That is exact wherever each fact is read
 * once, and never leaves out a possible end elsewhere.
 */
export const MET = 1;
export const NOT_MET = 2;
export const JUDGEMENT = 4;

/** A set of ends: bits MET, NOT_MET, JUDGEMENT; never empty. */
export type Possible = number;

const ENDS = [MET, NOT_MET, JUDGEMENT] as const;
/** Room for every pair of three-bit sets: row and column of a table of 8 by 8. */
const SIDE = 8;

function allOfEnds(a: number, b: number): number {
  if (a === NOT_MET || b === NOT_MET) return NOT_MET;
  return a === JUDGEMENT || b === JUDGEMENT ? JUDGEMENT : MET;
}

function anyOfEnds(a: number, b: number): number {
  if (a === MET || b === MET) return MET;
  return a === JUDGEMENT || b === JUDGEMENT ? JUDGEMENT : NOT_MET;
}

function notEnd(a: number): number {
  return a === MET ? NOT_MET : a === NOT_MET ? MET : JUDGEMENT;
}

function tableOf(combine: (a: number, b: number) => number): Uint8Array {
  const table = new Uint8Array(SIDE * SIDE);
  for (let a = 0; a < SIDE; a += 1) {
    for (let b = 0; b < SIDE; b += 1) {
      for (const x of ENDS) for (const y of ENDS) if (a & x && b & y) table[a * SIDE + b]! |= combine(x, y);
    }
  }
  return table;
}

/** Both, at `a * 8 + b`. */
export const ALL_OF: Uint8Array = tableOf(allOfEnds);
/** Either, at `a * 8 + b`. */
export const ANY_OF: Uint8Array = tableOf(anyOfEnds);

/** The ends of the opposite. */
export function opposite(possible: Possible): Possible {
  let result = 0;
  for (const end of ENDS) if (possible & end) result |= notEnd(end);
  return result;
}

/** Whether only one end is left. */
export function isSettled(possible: Possible): boolean {
  return (possible & (possible - 1)) === 0;
}

/**
 * Pairs of ends that differ, as bits: a fact matters where learning it moves a rule from one end to another and
 * that move still shows above. `MOVES` is every pair.
 */
const MOVE_MET_NOT = 1;
const MOVE_MET_JUDGEMENT = 2;
const MOVE_NOT_JUDGEMENT = 4;
export const MOVES: number = MOVE_MET_NOT | MOVE_MET_JUDGEMENT | MOVE_NOT_JUDGEMENT;
/** The move a test of a fact can make: from not met to met. */
export const FACT_MOVE: number = MOVE_MET_NOT;

const PAIRS: readonly (readonly [number, number, number])[] = [
  [MOVE_MET_NOT, MET, NOT_MET],
  [MOVE_MET_JUDGEMENT, MET, JUDGEMENT],
  [MOVE_NOT_JUDGEMENT, NOT_MET, JUDGEMENT],
];

function moveBetween(a: number, b: number): number {
  return PAIRS.find(([, x, y]) => (x === a && y === b) || (x === b && y === a))?.[0] ?? 0;
}

/** The child's moves that show as one of `moves` above, beside siblings that may come to any of `rest`. */
export function movesThrough(combine: 'allOf' | 'anyOf', moves: number, rest: Possible): number {
  return (combine === 'allOf' ? MOVES_THROUGH_ALL : MOVES_THROUGH_ANY)[moves * SIDE + rest] ?? 0;
}

const MOVES_THROUGH_ALL = movesTable(allOfEnds);
const MOVES_THROUGH_ANY = movesTable(anyOfEnds);

function movesTable(end: (a: number, b: number) => number): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [moves, rest] = [Math.floor(index / SIDE), index % SIDE];
    let through = 0;
    for (const [move, a, b] of PAIRS) {
      for (const r of ENDS) if (rest & r && moves & moveBetween(end(a, r), end(b, r))) through |= move;
    }
    return through;
  });
}

/** The child's moves that show as one of `moves` after `not`. */
export function movesThroughNot(moves: number): number {
  let through = 0;
  for (const [move, a, b] of PAIRS) if (moves & moveBetween(notEnd(a), notEnd(b))) through |= move;
  return through;
}
