import { effectOn } from '../../designs/effects/outcome-effects.ts';
import { rowsOfCounts } from '../../designs/effects/rows-of-counts.test-support.ts';
import type { EffectEstimate } from '../../designs/finding.ts';
import { randomEffectsMetaAnalysis } from '../../../statistics/index.ts';
import type { Evaluation, ReportedFinding } from '../evaluation.ts';
import { isSmall } from './undisclosed.test-support.ts';

/**
 * Somebody who has what a board gets, and this program: for every count that is not there, all whole numbers are tried that
 * would give the numbers that are there. Where one alone is left, and it is a small one, it is recovered.
 */
export interface Recovered {
  readonly what: string;
  readonly count: number;
}

interface Side {
  readonly n: number;
  readonly events: number;
}
type Sides = readonly [Side, Side];

/** Everything that can be recovered from one release. `page` is the report as HTML with its pictures. */
export function recoveredFrom(board: Evaluation, page: string): readonly Recovered[] {
  return [
    ...fromOtherAnalyses(board, ({ estimate }) => (estimate === null ? null : closeTo(estimate))),
    ...fromOtherAnalyses(board, (finding) => drawnOf(finding, board, page)),
    ...fromTests(board),
    ...fromCurves(board),
    ...fromSteps(board),
  ];
}

type Fits = (estimate: EffectEstimate) => boolean;

/** What an effect must come to, by the numbers that are told of it: to the last digit that they have. */
function closeTo(told: EffectEstimate): Fits {
  return (found) =>
    (['value', 'low', 'high', 'p'] as const).every((key) => {
      const [a, b] = [told[key], found[key]];
      return a === null || b === null || Math.abs(a - b) <= toleranceOf(a);
    });
}

/** Half a unit of the last digit, and a unit where an end was kept on its side of no difference. */
function toleranceOf(told: number): number {
  const digits = String(told).split('.')[1]?.length ?? 0;
  return digits > 6 ? 1e-9 : 10 ** -Math.max(digits, 3);
}

/**
 * People whose offences were not proven, from the effect with them and the effect without: of so many more events on
 * each side, which give the effect that is told.
 */
function fromOtherAnalyses(board: Evaluation, fitsOf: (finding: ReportedFinding) => Fits | null): Recovered[] {
  const { findings } = board.result;
  const sides = sidesOf(findings.find(({ role }) => role === 'primary'));
  const other = findings.find(({ id }) => id === 'sensitivity:unproven-counted');
  const fits = other === undefined ? null : fitsOf(other);
  if (sides === null || fits === null) return [];
  const [one, two] = sides;
  const found: (readonly [number, number])[] = [];
  for (let more = 0; more <= Math.min(MOST_MORE, one.n - one.events); more += 1) {
    for (let beside = 0; beside <= Math.min(MOST_MORE, two.n - two.events); beside += 1) {
      const effect = effectOf([
        { n: one.n, events: one.events + more },
        { n: two.n, events: two.events + beside },
      ]);
      if (effect !== null && fits(effect)) found.push([more, beside]);
    }
  }
  return onlyOnes(found, ['not proven, with the scheme', 'not proven, without']);
}

const MOST_MORE = 12;

function effectOf([withScheme, without]: Sides): EffectEstimate | null {
  const found = effectOn('risk-difference', rowsOfCounts(withScheme, without));
  return found.ok ? found.value.estimate : null;
}

function sidesOf(finding: ReportedFinding | undefined): Sides | null {
  if (finding === undefined) return null;
  const [one, two] = finding.groups.map(({ n, events }) => (n === null || events === null ? null : { n, events }));
  return one && two ? [one, two] : null;
}

/** Of candidates of several counts, those counts that are the same in all, and small. */
function onlyOnes(found: readonly (readonly number[])[], names: readonly string[]): Recovered[] {
  return names.flatMap((what, at) => {
    const values = new Set(found.map((one) => one[at] ?? 0));
    const [count = 0] = values;
    return values.size === 1 && isSmall(count) ? [{ what, count }] : [];
  });
}

/** An effect as it is drawn: the ends of its line, turned back into numbers by the ticks of the axis. */
function drawnOf(finding: ReportedFinding, board: Evaluation, page: string): Fits | null {
  const svg = /<div class="picture wide"><svg[^>]*aria-labelledby="sensitivity-forest-wide[\s\S]*?<\/svg>/.exec(
    page,
  )?.[0];
  if (svg === undefined) return null;
  const lines = [...svg.matchAll(/d="M([\d.e-]+),([\d.e-]+)L([\d.e-]+),([\d.e-]+)"/g)].map((match) =>
    match.slice(1).map(Number),
  );
  // Ticks are upright and as high as the picture, with their numbers below.
  const texts = [...svg.matchAll(/<text x="([\d.-]+)"[^>]*text-anchor="middle"[^>]*>([−\d.]+)<\/text>/g)].map(
    ([, x, text = '']) => [Number(x), Number(text.replace('−', '-')) / 100] as const,
  );
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined || first[0] === last[0]) return null;
  const valueAt = (x: number) => first[1] + ((x - first[0]) * (last[1] - first[1])) / (last[0] - first[0]);
  const across = lines.filter(([x1 = 0, y1, x2 = 0, y2]) => y1 === y2 && x1 !== x2);
  // A line for each analysis that has an effect, in their order; that of the primary outcome is the last.
  const order = board.result.findings.filter(({ role, estimate }) => role === 'sensitivity' && estimate !== null);
  const line = across[order.indexOf(finding)];
  if (line === undefined) return null;
  const [low, high] = [valueAt(line[0] ?? 0), valueAt(line[2] ?? 0)];
  const isExact = String(line[0]).length > 8;
  const tolerance = isExact ? 1e-4 : 1.5e-3;
  return (found) => Math.abs(found.low - low) <= tolerance && Math.abs(found.high - high) <= tolerance;
}

/**
 * How many of a hidden group had the outcome, from the p of the test between it and the other: of the two sides all are
 * known, and how many each group is.
 */
function fromTests(board: Evaluation): Recovered[] {
  const { findings, subgroupTests } = board.result;
  const whole = sidesOf(findings.find(({ role }) => role === 'primary'));
  if (whole === null) return [];
  return subgroupTests.flatMap(({ subgroup, p }) => {
    const groups = findings.filter(({ id }) => id.startsWith(`subgroup:${subgroup}:`));
    const [one, two] = groups;
    if (p === null || groups.length !== 2 || one === undefined || two === undefined) return [];
    const sizes = sizesOf(board, one.id.split(':')[2] ?? '');
    if (sizes === null || sidesOf(one) !== null) return [];
    const found: (readonly [number, number])[] = [];
    for (let a = 0; a <= Math.min(sizes[0], whole[0].events); a += 1) {
      for (let b = 0; b <= Math.min(sizes[1], whole[1].events); b += 1) {
        const own: Sides = [
          { n: sizes[0], events: a },
          { n: sizes[1], events: b },
        ];
        const rest = [0, 1].map((side) => ({
          n: (whole[side]?.n ?? 0) - (own[side]?.n ?? 0),
          events: (whole[side]?.events ?? 0) - (own[side]?.events ?? 0),
        }));
        const [restOne, restTwo] = rest;
        if (restOne === undefined || restTwo === undefined || rest.some(({ n, events }) => events > n)) continue;
        const q = testBetween(own, [restOne, restTwo]);
        if (q !== null && Math.abs(q - p) <= toleranceOf(p)) found.push([a, b]);
      }
    }
    return onlyOnes(found, [
      `${one.label} with the outcome, with the scheme`,
      `${one.label} with the outcome, without`,
    ]);
  });
}

/** How many of a group there are on either side: what people were like before says so. */
function sizesOf({ result }: Evaluation, level: string): readonly [number, number] | null {
  const row = result.baseline.find((one) => one.level === level);
  const [one, two] = row?.groups.map(({ count }) => count) ?? [];
  return typeof one === 'number' && typeof two === 'number' ? [one, two] : null;
}

function testBetween(one: Sides, two: Sides): number | null {
  const effects = [one, two].map(effectOf).flatMap((effect) => {
    const standardError = effect?.standardError ?? 0;
    return effect === null || !(standardError > 0) ? [] : [{ estimate: effect.value, standardError }];
  });
  if (effects.length < 2) return null;
  const pooled = randomEffectsMetaAnalysis(effects, { tauSquaredBy: 'dersimonian-laird', interval: 'normal' });
  return pooled.ok ? pooled.value.qP : null;
}

/** Who died: neither followed any longer, nor among those who reoffended. */
function fromCurves({ result }: Evaluation): Recovered[] {
  const sides = sidesOf(result.findings.find(({ role }) => role === 'primary'));
  return (result.curves?.groups ?? []).flatMap(({ name, atRisk }, side) => {
    const whole = sides?.[side];
    const last = atRisk.at(-1);
    if (whole === undefined || last === undefined || last.n === null) return [];
    const count = whole.n - whole.events - last.n;
    return isSmall(count) ? [{ what: `no longer followed of ${name}`, count }] : [];
  });
}

/** Those between two counts of the same people: one less the other, whatever lines they stand in. */
function fromSteps({ measures, result }: Evaluation): Recovered[] {
  const groups = new Map<string, Map<string, number>>();
  const add = (of: string, what: string, count: number | null) => {
    if (count === null) return;
    const own = groups.get(of) ?? new Map<string, number>();
    groups.set(of, own.set(what, count));
  };
  for (const { measure, figures } of measures) {
    for (const { of, what, n, count, unit } of figures) {
      add(of, `n of ${what} in ${measure}`, n);
      if (unit === 'proportion' && count !== null && (n === null || count <= n)) {
        add(of, `${what} in ${measure}`, count);
      }
    }
  }
  for (const [side, { n, compared }] of result.flow.sides.entries()) {
    add(`side ${side}`, 'all', n);
    add(`side ${side}`, 'compared', compared);
    for (const { id, role, groups: of } of result.findings) {
      if (role === 'primary' || role === 'secondary') add(`side ${side}`, id, of[side]?.n ?? null);
    }
  }
  return [...groups].flatMap(([of, counts]) => {
    const all = [...counts];
    return all.flatMap(([what, count]) =>
      all.flatMap(([other, less]) =>
        isSmall(count - less) ? [{ what: `${of}: ${what} less ${other}`, count: count - less }] : [],
      ),
    );
  });
}

/** What two releases tell by their difference: the people who are in one and not in the other. */
export function recoveredFromBoth(one: Evaluation, two: Evaluation): readonly Recovered[] {
  const before = countsOf(one);
  return [...countsOf(two)].flatMap(([what, count]) => {
    const by = Math.abs(count - (before.get(what) ?? count));
    return isSmall(by) ? [{ what, count: by }] : [];
  });
}

function countsOf({ result, counts }: Evaluation): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  // In fives each may be two away from the truth: no difference of them is a count.
  if (counts === 'rounded') return all;
  const add = (what: string, count: number | null) => {
    if (count !== null) all.set(what, count);
  };
  add('studied', result.flow.studied);
  for (const [side, { n }] of result.flow.sides.entries()) add(`side ${side}`, n);
  for (const { characteristic, level, groups } of result.baseline) {
    for (const [side, { count }] of groups.entries()) add(`${characteristic} ${level ?? ''} of side ${side}`, count);
  }
  for (const { id, groups } of result.findings) {
    for (const [side, { n, events }] of groups.entries()) {
      add(`${id} n of side ${side}`, n);
      add(`${id} events of side ${side}`, events);
    }
  }
  return all;
}
