/**
 * A caliper given in standard deviations, in units of the scores: the deviation (n - 1) is taken over all rows, treated
 * and not, as R's MatchIt does. P. Austin, Pharmaceutical Statistics 10, 2011, 150-161, advises 0.2 on the logit.
 */
export function caliperWidth(scores: ArrayLike<number>, deviations: number): number {
  let [count, mean, squares] = [0, 0, 0];
  for (let row = 0; row < scores.length; row += 1) {
    count += 1;
    const off = scores[row]! - mean;
    mean += off / count;
    squares += off * (scores[row]! - mean);
  }
  return deviations * Math.sqrt(squares / (count - 1));
}
