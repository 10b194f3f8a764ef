import type { Curves, DesignResult } from '../../designs/design-result.ts';
import type { Outcome } from '../../domain/plan/plan-document.ts';
import { Disclosure } from '../../domain/disclosure/disclosed.ts';
import { hiddenInMeasures } from '../../domain/disclosure/disclose.ts';
import { hiddenCounts, LARGEST_SMALL_COUNT, type Sum } from '../../domain/disclosure/hidden-counts.ts';
import { nearCounts } from '../../domain/disclosure/near-counts.ts';
import type { CountForm } from '../../domain/disclosure/rounding.ts';
import type { Finding } from '../../designs/finding.ts';
import type { FoundEvaluation } from '../evaluation.ts';
import { cells } from './cells.ts';

/** What is hidden from a board in an evaluation: in its result, and in its measures. */
export interface Hidden {
  readonly result: Disclosure;
  readonly measures: Disclosure;
}

/**
 * Which counts of an evaluation a board may not see: those from 1 to 4, and those from which one could be worked out.
 * Counts are named for what they count, so that one hidden in a table is hidden in all; the sums that a reader knows
 * (sides of the flow, levels of a characteristic, groups of a division, events and their rest) are given to
 * `hiddenCounts`, which hides as many others as it takes.
 */
export function hiddenInEvaluation(found: FoundEvaluation, form: CountForm = 'hidden'): Hidden {
  const { result, measures } = found;
  const counts = new Counts();
  countFlow(counts, result);
  countBaseline(counts, result);
  countFindings(counts, result);
  countFunnel(counts, found);
  const hidden = counts.hidden(peopleOfSides(result));
  const beside = [...hiddenInCurves(result, hidden), ...hiddenSensitivities(result, hidden)];
  return {
    result: new Disclosure(new Set([...hidden, ...beside]), form),
    measures: hiddenInMeasures(measures, form),
  };
}

/** Named counts and what they add up to. */
class Counts {
  readonly #counts = new Map<string, number>();
  readonly #sums: Sum[] = [];

  add(name: string, value: number | null): void {
    if (value !== null) this.#counts.set(name, value);
  }

  /** The whole is its parts; what is missing for that is named as their rest. */
  whole(whole: string, parts: readonly string[]): void {
    const known = parts.filter((part) => this.#counts.has(part));
    const value = this.#counts.get(whole);
    if (value === undefined || known.length === 0) return;
    const rest = value - known.reduce((sum, part) => sum + (this.#counts.get(part) ?? 0), 0);
    if (rest < 0) return;
    const name = cells.rest(known.length === 1 ? (known[0] ?? whole) : `${whole} without ${known.join('+')}`);
    if (rest > 0) this.#counts.set(name, rest);
    this.#sums.push({ whole, parts: rest > 0 ? [...known, name] : known });
  }

  /** Two names for the same people. */
  same(one: string, other: string): void {
    if (this.#counts.has(one) && this.#counts.get(one) === this.#counts.get(other)) {
      this.#sums.push({ whole: one, parts: [other] });
    }
  }

  /** `groups` name counts of the same people: two of them that differ by a few tell of these. */
  hidden(groups: readonly (readonly string[])[]): ReadonlySet<string> {
    const named = groups.map((group) =>
      group.flatMap((name): [string, number][] => {
        const count = this.#counts.get(name);
        return count === undefined ? [] : [[name, count]];
      }),
    );
    let hidden: ReadonlySet<string> = new Set();
    let before: number;
    do {
      before = hidden.size;
      hidden = new Set([...hidden, ...hiddenCounts(this.#counts, this.#sums, { alsoHide: hidden })]);
      hidden = new Set([...hidden, ...nearCounts(named, { hidden, weights: NEEDED })]);
    } while (hidden.size > before);
    return hidden;
  }
}

/** Of two counts that must not both be shown, a side and who of it is compared stay sooner than what stands beside them. */
const NEEDED: ReadonlyMap<string, number> = new Map(
  [0, 1].flatMap((side) => [
    [cells.side(side), 2],
    [cells.compared(side), 1],
  ]),
);

/** Counts of the people of one side: all, compared, and in each finding about all of them; and of what happened to them. */
function peopleOfSides({ findings }: DesignResult): readonly (readonly string[])[] {
  const whole = findings.filter(({ role }) => role !== 'sensitivity' && !DIVIDING.includes(role));
  return [0, 1].map((side) => [
    cells.side(side),
    cells.compared(side),
    ...whole.flatMap((finding) => [cells.group(finding, side, 'n'), cells.group(finding, side, 'events')]),
  ]);
}

/**
 * Other analyses whose people or events differ by a few from those of the main one, or of another that is shown: from the
 * two effects a reader would learn how the few fared, as those whose offences were not proven.
 */
function hiddenSensitivities({ findings }: DesignResult, hidden: ReadonlySet<string>): readonly string[] {
  const primary = findings.find(({ role }) => role === 'primary');
  if (primary === undefined) return [];
  const isHidden = cells.ofFinding(primary).some((cell) => hidden.has(cell));
  const told = [primary];
  const others: string[] = [];
  for (const finding of findings.filter(({ role }) => role === 'sensitivity')) {
    if (isHidden || told.some((one) => differsByAFew(one, finding))) others.push(cells.estimate(finding));
    else told.push(finding);
  }
  return others;
}

function differsByAFew(one: Finding, other: Finding): boolean {
  return ([0, 1] as const).some((side) => {
    const [a, b] = [one.groups[side], other.groups[side]];
    const left = ({ n, events }: typeof a) => (events === null ? 0 : n - events);
    return [a.n - b.n, (a.events ?? 0) - (b.events ?? 0), left(a) - left(b)].some(
      (by) => by !== 0 && Math.abs(by) <= LARGEST_SMALL_COUNT,
    );
  });
}

function countFlow(counts: Counts, { flow }: DesignResult): void {
  counts.add(cells.data, flow.inData);
  counts.add(cells.studied, flow.studied);
  for (const [at, { n }] of flow.excluded.entries()) counts.add(cells.excluded(at), n);
  for (const [side, { n, lost, compared }] of flow.sides.entries()) {
    counts.add(cells.side(side), n);
    counts.add(cells.compared(side), compared);
    for (const [at, one] of lost.entries()) counts.add(cells.lost(side, at), one.n);
    counts.whole(cells.side(side), [...lost.map((_, at) => cells.lost(side, at)), cells.compared(side)]);
  }
  counts.whole(cells.data, [...flow.excluded.map((_, at) => cells.excluded(at)), cells.studied]);
  counts.whole(cells.studied, [cells.side(0), cells.side(1)]);
}

function countBaseline(counts: Counts, { baseline, flow }: DesignResult): void {
  for (const side of [0, 1] as const) {
    const byCharacteristic = Map.groupBy(baseline.keys(), (at) => baseline[at]?.characteristic ?? '');
    for (const [characteristic, places] of byCharacteristic) {
      const levels = places.filter((at) => baseline[at]?.level !== null);
      for (const at of places) counts.add(cells.level(side, at), baseline[at]?.groups[side].count ?? null);
      if (levels.length === 0) continue;
      const total = levels.reduce((sum, at) => sum + (baseline[at]?.groups[side].count ?? 0), 0);
      const whole = `all levels of ${characteristic} of side ${side}`;
      counts.add(whole, total);
      counts.whole(
        whole,
        levels.map((at) => cells.level(side, at)),
      );
      counts.same(whole, total === flow.sides[side].n ? cells.side(side) : cells.compared(side));
      for (const at of levels) counts.whole(whole, [cells.level(side, at)]);
    }
  }
}

/** Of these every part is a part of the primary comparison. */
const DIVIDING = ['subgroup', 'by-force'];

function countFindings(counts: Counts, { findings }: DesignResult): void {
  const primary = findings.find(({ role }) => role === 'primary');
  for (const side of [0, 1] as const) {
    for (const finding of findings) {
      if (finding.role === 'sensitivity') continue;
      counts.add(cells.group(finding, side, 'n'), finding.groups[side].n);
      counts.add(cells.group(finding, side, 'events'), finding.groups[side].events);
      counts.whole(cells.group(finding, side, 'n'), [cells.group(finding, side, 'events')]);
      counts.same(cells.group(finding, side, 'n'), cells.side(side));
      counts.same(cells.group(finding, side, 'n'), cells.compared(side));
      if (primary === undefined || finding === primary || finding.role !== 'supporting') continue;
      counts.same(cells.group(primary, side, 'events'), cells.group(finding, side, 'events'));
    }
    if (primary === undefined) continue;
    const divided = Map.groupBy(
      findings.filter(({ role }) => DIVIDING.includes(role)),
      ({ id }) =>
        id
          .split(':')
          .slice(0, id.startsWith('subgroup') ? 2 : 1)
          .join(':'),
    );
    for (const parts of divided.values()) {
      for (const part of ['n', 'events'] as const) {
        counts.whole(
          cells.group(primary, side, part),
          parts.map((finding) => cells.group(finding, side, part)),
        );
      }
    }
  }
}

function countFunnel(counts: Counts, { disproportionality, result }: FoundEvaluation): void {
  if (disproportionality === null) return;
  const { points } = disproportionality.funnel;
  for (const { name, size, count } of points) {
    counts.add(cells.funnel(name, 'size'), size);
    counts.add(cells.funnel(name, 'count'), count);
    counts.whole(cells.funnel(name, 'size'), [cells.funnel(name, 'count')]);
  }
  for (const [at, { level, groups }] of result.baseline.entries()) {
    // The forces of an ethnic group are its people, where both tables are of the same people.
    const own = points.filter(({ name }) => name.startsWith(`${level ?? ''}, `));
    if (own.reduce((sum, { size }) => sum + size, 0) !== groups[0].count) continue;
    counts.whole(
      cells.level(0, at),
      own.map(({ name }) => cells.funnel(name, 'size')),
    );
  }
  for (const part of ['size', 'count'] as const) {
    counts.add(
      `all ${part} of funnel`,
      points.reduce((sum, point) => sum + point[part], 0),
    );
    counts.whole(
      `all ${part} of funnel`,
      points.map(({ name }) => cells.funnel(name, part)),
    );
  }
}

/**
 * A curve falls by a person at a time, so only points at which at least five on each side have gone since the last may
 * be shown; and none at all where the same outcome, or the primary one, is hidden in the findings.
 */
function hiddenInCurves({ curves, findings }: DesignResult, hidden: ReadonlySet<string>): readonly string[] {
  if (curves === null) return [];
  const places = [...curves.groups[0].atRisk.keys()];
  const all = [0, 1].flatMap((side) => [cells.curve(side), ...places.map((at) => cells.atRisk(side, at))]);
  const told = findings.filter(
    ({ role, outcome }) => role === 'primary' || (role === 'secondary' && isSame(outcome, curves.outcome)),
  );
  const isTold = told.some((finding) => cells.ofFinding(finding).some((cell) => hidden.has(cell)));
  if (isTold) return all;
  const shown = fewPoints(curves);
  return [0, 1].flatMap((side) => places.filter((at) => !shown.has(at)).map((at) => cells.atRisk(side, at)));
}

function isSame(one: Outcome, other: Outcome): boolean {
  return one.measure === other.measure && one.months === other.months;
}

function fewPoints({ groups }: Curves): ReadonlySet<number> {
  const shown = new Set<number>();
  let last: number | undefined;
  for (const at of groups[0].atRisk.keys()) {
    const gone = groups.map(({ atRisk }) =>
      last === undefined ? Infinity : (atRisk[last]?.n ?? 0) - (atRisk[at]?.n ?? 0),
    );
    if (!gone.every((count) => count > LARGEST_SMALL_COUNT)) continue;
    shown.add(at);
    last = at;
  }
  return shown;
}
