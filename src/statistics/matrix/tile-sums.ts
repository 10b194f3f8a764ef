/**
 * Adds to `into`, for `count` rows of x from row `from` on and their factors r, the sums of r x and of r x xᵀ: from
 * `into[1]` on the first, after them the lower triangle of the second, row after row. (`into[0]` is left alone.)
 *
 * Columns are taken in tiles of three and of two by three, each in one pass over the rows, so that every sum is kept in
 * a register until the pass is done; this is what the time of a Newton step goes into. Plain loops with one name for
 * each sum: arrays or destructuring inside them halve the speed.
 */
export function tileSums(x: Float64Array, p: number, factor: Float64Array) {
  const triangle = (j: number) => 1 + p + (j * (j + 1)) / 2;

  function three(from: number, count: number, j: number, into: Float64Array): void {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let row = 0, at = from * p + j; row < count; row += 1, at += p) {
      const r = factor[row]!;
      const x0 = x[at]!;
      const x1 = x[at + 1]!;
      const x2 = x[at + 2]!;
      const y0 = r * x0;
      const y1 = r * x1;
      const y2 = r * x2;
      s0 += y0;
      s1 += y1;
      s2 += y2;
      a += y0 * x0;
      b += y1 * x0;
      c += y1 * x1;
      d += y2 * x0;
      e += y2 * x1;
      f += y2 * x2;
    }
    into[1 + j]! += s0;
    into[2 + j]! += s1;
    into[3 + j]! += s2;
    into[triangle(j) + j]! += a;
    into[triangle(j + 1) + j]! += b;
    into[triangle(j + 1) + j + 1]! += c;
    into[triangle(j + 2) + j]! += d;
    into[triangle(j + 2) + j + 1]! += e;
    into[triangle(j + 2) + j + 2]! += f;
  }

  function two(from: number, count: number, j: number, into: Float64Array): void {
    let s0 = 0;
    let s1 = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let row = 0, at = from * p + j; row < count; row += 1, at += p) {
      const x0 = x[at]!;
      const x1 = x[at + 1]!;
      const y0 = factor[row]! * x0;
      const y1 = factor[row]! * x1;
      s0 += y0;
      s1 += y1;
      a += y0 * x0;
      b += y1 * x0;
      c += y1 * x1;
    }
    into[1 + j]! += s0;
    into[2 + j]! += s1;
    into[triangle(j) + j]! += a;
    into[triangle(j + 1) + j]! += b;
    into[triangle(j + 1) + j + 1]! += c;
  }

  function one(from: number, count: number, j: number, into: Float64Array): void {
    let s = 0;
    let a = 0;
    for (let row = 0, at = from * p + j; row < count; row += 1, at += p) {
      const y = factor[row]! * x[at]!;
      s += y;
      a += y * x[at]!;
    }
    into[1 + j]! += s;
    into[triangle(j) + j]! += a;
  }

  /** Columns j and j + 1 against k, k + 1 and k + 2, all before j. */
  function twoByThree(from: number, count: number, [j, k]: readonly [number, number], into: Float64Array): void {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let row = 0, at = from * p + j, to = from * p + k; row < count; row += 1, at += p, to += p) {
      const y0 = factor[row]! * x[at]!;
      const y1 = factor[row]! * x[at + 1]!;
      const x0 = x[to]!;
      const x1 = x[to + 1]!;
      const x2 = x[to + 2]!;
      a += y0 * x0;
      b += y0 * x1;
      c += y0 * x2;
      d += y1 * x0;
      e += y1 * x1;
      f += y1 * x2;
    }
    into[triangle(j) + k]! += a;
    into[triangle(j) + k + 1]! += b;
    into[triangle(j) + k + 2]! += c;
    into[triangle(j + 1) + k]! += d;
    into[triangle(j + 1) + k + 1]! += e;
    into[triangle(j + 1) + k + 2]! += f;
  }

  function oneByThree(from: number, count: number, [j, k]: readonly [number, number], into: Float64Array): void {
    let a = 0;
    let b = 0;
    let c = 0;
    for (let row = 0, at = from * p + j, to = from * p + k; row < count; row += 1, at += p, to += p) {
      const y = factor[row]! * x[at]!;
      a += y * x[to]!;
      b += y * x[to + 1]!;
      c += y * x[to + 2]!;
    }
    into[triangle(j) + k]! += a;
    into[triangle(j) + k + 1]! += b;
    into[triangle(j) + k + 2]! += c;
  }

  return (from: number, count: number, into: Float64Array): void => {
    let j = 0;
    for (; j + 2 < p; j += 3) three(from, count, j, into);
    if (p - j === 2) two(from, count, j, into);
    if (p - j === 1) one(from, count, j, into);
    for (let k = 0; k + 2 < p; k += 3) {
      let below = k + 3;
      for (; below + 1 < p; below += 2) twoByThree(from, count, [below, k], into);
      if (below < p) oneByThree(from, count, [below, k], into);
    }
  };
}
