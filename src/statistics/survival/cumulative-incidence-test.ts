import { ok, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { factorise } from '../matrix/cholesky.ts';
import { dot } from '../matrix/product.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface CumulativeIncidenceTestTask {
  readonly time: ArrayLike<number>;
  /** 0 where watching ended with nothing, else the number of the cause. */
  readonly cause: ArrayLike<number>;
  /** The cause in which the groups are compared. */
  readonly of: number;
  /** Whole numbers from 0. */
  readonly group: ArrayLike<number>;
  readonly groups: number;
}

export interface CumulativeIncidenceTest {
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
  readonly events: number;
}

/** A group as it goes through time: its risk set, its survival from all causes and its incidence, before and at a time. */
interface Course {
  atRisk: number;
  survivalBefore: number;
  survival: number;
  incidenceBefore: number;
  incidence: number;
}

/**
 * Robert Gray's test of whether groups have the same cumulative incidence of one cause where others compete with it: a log-rank
 * test in which those who met another cause stay, ever less counted, in the risk set.
 *
 *   score of group i  Σ over times of  d₁ᵢ − d₁ Rᵢ / R,   Rᵢ = atRiskᵢ (1 − Fᵢ(t−)) / Sᵢ(t−)
 *
 * with the variance of his paper, and ties as in his program. Source: Robert Gray, Annals of Statistics 16, 1988, 1141-1154
 * (ρ = 0). As R's `cmprsk::cuminc`. The log-rank test with the other causes censored asks another question: whether the
 * cause-specific hazards are the same.
 * Refuses fewer than two groups, a group that nobody is in, and a cause that nobody met.
 */
export function cumulativeIncidenceTest(
  task: CumulativeIncidenceTestTask,
): Result<CumulativeIncidenceTest, StatisticsRefusal> {
  const { time, cause, of, group, groups } = task;
  const n = time.length;
  if (cause.length !== n || group.length !== n) {
    return refuseFor('unequal-lengths', 'Times, causes and groups are not of the same number.');
  }
  if (groups < 2) return refuseFor('no-comparison', 'There is only one group, so there is nothing to compare it with.');
  for (let row = 0; row < n; row += 1) {
    if (!(time[row]! >= 0 && time[row]! < Infinity)) {
      return refuseFor('out-of-range', `The time of row ${row + 1} is ${time[row]}; it must be zero or more.`);
    }
  }
  const atRisk = new Int32Array(groups);
  for (let row = 0; row < n; row += 1) atRisk[group[row]!]! += 1;
  const empty = atRisk.indexOf(0);
  if (empty !== -1) return refuseFor('no-comparison', `Nobody is in group ${empty + 1}.`);
  const events = Array.from(cause).filter((code) => code === of).length;
  if (events === 0) return refuseFor('no-events', 'Nobody met this cause, so its incidence is nothing in every group.');
  const { score, variance } = walk(task, atRisk);
  const df = groups - 1;
  const own = new Float64Array(df * df);
  for (let i = 0; i < df; i += 1) for (let j = 0; j < df; j += 1) own[i * df + j] = variance[i * groups + j]!;
  const factor = factorise(own, df);
  if (factor.deficient.length > 0) {
    return refuseFor('no-variation', 'The groups leave chance nothing to be measured by.');
  }
  const first = score.slice(0, df);
  const statistic = dot(first, factor.solve(first));
  return ok({ chiSquared: statistic, df, p: chiSquared(df).upper(statistic), events });
}

function walk({ time, cause, of, group, groups }: CumulativeIncidenceTestTask, atRisk: Int32Array) {
  const order = Array.from({ length: time.length }, (_, row) => row).sort((a, b) => time[a]! - time[b]!);
  const courses = Array.from(atRisk, (count): Course => ({
    atRisk: count,
    survivalBefore: 1,
    survival: 1,
    incidenceBefore: 0,
    incidence: 0,
  }));
  const square = () => new Float64Array(groups * groups);
  const [score, variance, c, v2, v3] = [
    new Float64Array(groups),
    square(),
    square(),
    square(),
    new Float64Array(groups),
  ];
  let before = 0;
  for (let from = 0; from < order.length;) {
    const now = time[order[from]!]!;
    const own = new Int32Array(groups);
    const others = new Int32Array(groups);
    const leaving = new Int32Array(groups);
    let to = from;
    for (; to < order.length && time[order[to]!] === now; to += 1) {
      const row = order[to]!;
      leaving[group[row]!]! += 1;
      if (cause[row] === of) own[group[row]!]! += 1;
      else if (cause[row] !== 0) others[group[row]!]! += 1;
    }
    from = to;
    const ownEvents = own.reduce((sum, value) => sum + value, 0);
    if (ownEvents + others.reduce((sum, value) => sum + value, 0) > 0) {
      before = atTime({ courses, own, others, ownEvents, before, groups, score, variance, c, v2, v3 });
    }
    for (const [i, course] of courses.entries()) {
      course.atRisk -= leaving[i]!;
      course.survivalBefore = course.survival;
      course.incidenceBefore = course.incidence;
    }
  }
  for (let i = 0; i < groups; i += 1) {
    for (let j = 0; j < groups; j += 1) {
      for (let k = 0; k < groups; k += 1) {
        variance[i * groups + j]! +=
          c[i * groups + k]! * c[j * groups + k]! * v3[k]! +
          c[i * groups + k]! * v2[j * groups + k]! +
          c[j * groups + k]! * v2[i * groups + k]!;
      }
    }
  }
  return { score, variance };
}

interface AtTime {
  readonly courses: readonly Course[];
  readonly own: Int32Array;
  readonly others: Int32Array;
  readonly ownEvents: number;
  /** The pooled incidence just before. */
  readonly before: number;
  readonly groups: number;
  readonly score: Float64Array;
  readonly variance: Float64Array;
  readonly c: Float64Array;
  readonly v2: Float64Array;
  readonly v3: Float64Array;
}

/** Adds a time with events to the score and to the parts of its variance; answers the pooled incidence after it. */
function atTime(given: AtTime): number {
  const { courses, own, others, ownEvents, before, groups, score, variance, c, v2, v3 } = given;
  let [whole, weighted] = [0, 0];
  for (const [i, course] of courses.entries()) {
    if (course.atRisk <= 0) continue;
    const ended = own[i]! + others[i]!;
    course.survival = (course.survivalBefore * (course.atRisk - ended)) / course.atRisk;
    course.incidence = course.incidenceBefore + (course.survivalBefore * own[i]!) / course.atRisk;
    whole += course.atRisk / course.survivalBefore;
    weighted += (course.atRisk * (1 - course.incidenceBefore)) / course.survivalBefore;
  }
  const after = before + ownEvents / whole;
  const a = new Float64Array(groups * groups);
  for (const [i, one] of courses.entries()) {
    if (one.atRisk <= 0) continue;
    const share = one.atRisk / one.survivalBefore;
    for (const [j, other] of courses.entries()) {
      if (other.atRisk <= 0) continue;
      const beside = other.atRisk / other.survivalBefore;
      const cell = i * groups + j;
      a[cell] = i === j ? share * (1 - share / whole) : (-share * beside) / whole;
      c[cell]! += (a[cell] * ownEvents) / (whole * (1 - before));
    }
    score[i]! += own[i]! - (ownEvents * share * (1 - one.incidenceBefore)) / weighted;
  }
  for (const [k, course] of courses.entries()) {
    if (course.atRisk <= 0) continue;
    if (ownEvents > 0) {
      const t4 = course.survival > 0 ? 1 - (1 - after) / course.survival : 1;
      const t5 = ownEvents > 1 ? 1 - (ownEvents - 1) / (whole * course.survivalBefore - 1) : 1;
      const t3 = (t5 * course.survivalBefore * ownEvents) / (whole * course.atRisk);
      for (let i = 0; i < groups; i += 1) {
        const t1 = a[i * groups + k]! - t4 * c[i * groups + k]!;
        v2[i * groups + k]! += t1 * t4 * t3;
        for (let j = 0; j < groups; j += 1) {
          variance[i * groups + j]! += t1 * (a[j * groups + k]! - t4 * c[j * groups + k]!) * t3;
        }
      }
      v3[k]! += t4 * t4 * t3;
    }
    if (others[k]! > 0 && course.survival > 0) {
      const t4 = (1 - after) / course.survival;
      const t5 = others[k]! > 1 ? 1 - (others[k]! - 1) / (course.atRisk - 1) : 1;
      const t3 = (t5 * course.survivalBefore ** 2 * others[k]!) / course.atRisk ** 2;
      for (let i = 0; i < groups; i += 1) {
        const t1 = t4 * c[i * groups + k]!;
        v2[i * groups + k]! -= t1 * t4 * t3;
        for (let j = 0; j < groups; j += 1) variance[i * groups + j]! += t1 * t4 * c[j * groups + k]! * t3;
      }
      v3[k]! += t4 * t4 * t3;
    }
  }
  return after;
}
