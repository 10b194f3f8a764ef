import type { Curves, DesignResult } from '../designs/design-result.ts';
import type { Finding } from '../designs/finding.ts';
import { disclose } from '../domain/disclosure/disclose.ts';
import { hiddenCounts, LARGEST_SMALL_COUNT, type Sum } from '../domain/disclosure/hidden-counts.ts';
import type { Evaluation } from './evaluation.ts';
import { capital } from './words/numbers.ts';

/**
 * An evaluation as a board may see it: no count from 1 to 4, none from which one could be worked out, and no number made
 * with either. Counts are named for what they count, so that one hidden in a table is hidden in all; the sums that a
 * reader knows (sides of the flow, levels of a characteristic, groups of a division, events and their rest) are given
 * to `hiddenCounts`, which hides as many others as it takes. What would tell small counts by the difference of two
 * tables is not shown at all: how far each side went (the measures say it), who is in each sensitivity analysis, and
 * every step of a curve.
 */
export function forBoards(evaluation: Evaluation): Evaluation {
  const counts = new Counts();
  countFlow(counts, evaluation.result);
  countBaseline(counts, evaluation.result);
  countFindings(counts, evaluation.result);
  countFunnel(counts, evaluation);
  const hidden = counts.hidden();
  const { result, disproportionality } = evaluation;
  const shown = (name: string, value: number | null) => (hidden.has(name) ? null : value);
  const hiddenLevels = new Set<string>();
  const baseline = result.baseline.map((row, at) => {
    const isHidden = ([0, 1] as const).some(
      (side) => hidden.has(levelName(side, at)) || hidden.has(`rest of ${levelName(side, at)}`),
    );
    if (!isHidden) return row;
    if (row.level !== null) hiddenLevels.add(`${row.characteristic}: ${row.level}`.replaceAll('-', ' '));
    const cell = { value: null, count: null };
    return { ...row, groups: [cell, cell] as const, standardisedDifference: null };
  });
  const primary = result.findings.find(({ role }) => role === 'primary');
  const primaryIsHidden = primary !== undefined && isHiddenIn(primary, hidden);
  const sidesAreHidden = [sideName(0), sideName(1)].some((name) => hidden.has(name));
  return {
    ...evaluation,
    audience: 'board',
    // A side of which the whole is hidden must not be told by its measures, which are of the same people.
    measures: sidesAreHidden ? [] : disclose(evaluation.measures, 'board'),
    disproportionality:
      sidesAreHidden || disproportionality === null
        ? null
        : {
            ...disproportionality,
            funnel: {
              ...disproportionality.funnel,
              points: disproportionality.funnel.points.filter(
                ({ name }) => !FUNNEL_PARTS.some((part) => hidden.has(`${part} of funnel ${name}`)),
              ),
            },
          },
    result: {
      ...result,
      baseline,
      flow: {
        ...result.flow,
        inData: shown('data', result.flow.inData),
        excluded: result.flow.excluded.map((one, at) => ({ ...one, n: shown(`excluded ${at}`, one.n) })),
        studied: shown('studied', result.flow.studied),
        sides: [0, 1].map((side) => {
          const { name, n, lost, compared } = result.flow.sides[side as 0 | 1];
          return {
            name,
            n: shown(sideName(side), n),
            stages: [],
            lost: lost.map((one, at) => ({ ...one, n: shown(`${sideName(side)} lost ${at}`, one.n) })),
            compared: shown(comparedName(side), compared),
          };
        }) as unknown as DesignResult['flow']['sides'],
      },
      findings: result.findings.map((finding) => shownFinding(finding, hidden)),
      balance: result.balance?.filter(({ name }) => !hiddenLevels.has(name)) ?? null,
      curves: primaryIsHidden || result.curves === null ? null : coarse(result.curves),
      warnings: [...result.warnings.filter(hasFewNumbers).map(withoutCounts), ...(sidesAreHidden ? [LEFT_OUT] : [])],
    },
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
    const name = `rest of ${known.length === 1 ? (known[0] ?? whole) : `${whole} without ${known.join('+')}`}`;
    if (rest > 0) this.#counts.set(name, rest);
    this.#sums.push({ whole, parts: rest > 0 ? [...known, name] : known });
  }

  /** Two names for the same people. */
  same(one: string, other: string): void {
    if (this.#counts.has(one) && this.#counts.get(one) === this.#counts.get(other)) {
      this.#sums.push({ whole: one, parts: [other] });
    }
  }

  hidden(): ReadonlySet<string> {
    return hiddenCounts(this.#counts, this.#sums);
  }
}

const sideName = (side: number) => `side ${side}`;
const comparedName = (side: number) => `compared ${side}`;
const levelName = (side: number, at: number) => `level ${at} of side ${side}`;
const groupName = ({ id }: Finding, side: number, part: 'n' | 'events') => `${part} of ${id} of side ${side}`;

function countFlow(counts: Counts, { flow }: DesignResult): void {
  counts.add('data', flow.inData);
  counts.add('studied', flow.studied);
  for (const [at, { n }] of flow.excluded.entries()) counts.add(`excluded ${at}`, n);
  for (const [side, { n, lost, compared }] of flow.sides.entries()) {
    counts.add(sideName(side), n);
    counts.add(comparedName(side), compared);
    for (const [at, one] of lost.entries()) counts.add(`${sideName(side)} lost ${at}`, one.n);
    counts.whole(sideName(side), [...lost.map((_, at) => `${sideName(side)} lost ${at}`), comparedName(side)]);
  }
  counts.whole('data', [...flow.excluded.map((_, at) => `excluded ${at}`), 'studied']);
  counts.whole('studied', [sideName(0), sideName(1)]);
}

function countBaseline(counts: Counts, { baseline, flow }: DesignResult): void {
  for (const side of [0, 1] as const) {
    const byCharacteristic = Map.groupBy(baseline.keys(), (at) => baseline[at]?.characteristic ?? '');
    for (const [characteristic, places] of byCharacteristic) {
      const levels = places.filter((at) => baseline[at]?.level !== null);
      for (const at of places) counts.add(levelName(side, at), baseline[at]?.groups[side].count ?? null);
      if (levels.length === 0) continue;
      const total = levels.reduce((sum, at) => sum + (baseline[at]?.groups[side].count ?? 0), 0);
      const whole = `all levels of ${characteristic} of side ${side}`;
      counts.add(whole, total);
      counts.whole(
        whole,
        levels.map((at) => levelName(side, at)),
      );
      counts.same(whole, total === flow.sides[side].n ? sideName(side) : comparedName(side));
      for (const at of levels) counts.whole(whole, [levelName(side, at)]);
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
      counts.add(groupName(finding, side, 'n'), finding.groups[side].n);
      counts.add(groupName(finding, side, 'events'), finding.groups[side].events);
      counts.whole(groupName(finding, side, 'n'), [groupName(finding, side, 'events')]);
      counts.same(groupName(finding, side, 'n'), sideName(side));
      counts.same(groupName(finding, side, 'n'), comparedName(side));
      if (primary === undefined || finding === primary || finding.role !== 'supporting') continue;
      counts.same(groupName(primary, side, 'events'), groupName(finding, side, 'events'));
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
          groupName(primary, side, part),
          parts.map((finding) => groupName(finding, side, part)),
        );
      }
    }
  }
}

const FUNNEL_PARTS = ['size', 'count', 'rest of count'] as const;

function countFunnel(counts: Counts, { disproportionality, result }: Evaluation): void {
  if (disproportionality === null) return;
  const { points } = disproportionality.funnel;
  for (const { name, size, count } of points) {
    counts.add(`size of funnel ${name}`, size);
    counts.add(`count of funnel ${name}`, count);
    counts.whole(`size of funnel ${name}`, [`count of funnel ${name}`]);
  }
  for (const [at, { level, groups }] of result.baseline.entries()) {
    // The forces of an ethnic group are its people, where both tables are of the same people.
    const own = points.filter(({ name }) => name.startsWith(`${level ?? ''}, `));
    if (own.reduce((sum, { size }) => sum + size, 0) !== groups[0].count) continue;
    counts.whole(
      levelName(0, at),
      own.map(({ name }) => `size of funnel ${name}`),
    );
  }
  for (const part of ['size', 'count'] as const) {
    counts.add(
      `all ${part} of funnel`,
      points.reduce((sum, point) => sum + point[part], 0),
    );
    counts.whole(
      `all ${part} of funnel`,
      points.map(({ name }) => `${part} of funnel ${name}`),
    );
  }
}

function isHiddenIn(finding: Finding, hidden: ReadonlySet<string>): boolean {
  return ([0, 1] as const).some((side) =>
    (['n', 'events'] as const).some((part) => {
      const name = groupName(finding, side, part);
      return hidden.has(name) || hidden.has(`rest of ${name}`);
    }),
  );
}

const WHY_HIDDEN = 'Hidden, as a count from 1 to 4 could be worked out from it.';

function shownFinding(finding: Finding, hidden: ReadonlySet<string>): Finding {
  const [one, other] = finding.groups;
  const bare = [one, other].map(({ name }) => ({
    name,
    n: null,
    events: null,
    value: null,
  })) as unknown as Finding['groups'];
  const notes = finding.notes.map(withoutCounts);
  // How many clusters there are differs from analysis to analysis by a person or two.
  const method = finding.method.replaceAll(/robust to [\d,]+ clusters/g, 'robust to clusters');
  if (finding.role === 'sensitivity')
    return { ...finding, method, notes, groups: bare, refusal: plainRefusal(finding) };
  if (!isHiddenIn(finding, hidden)) return { ...finding, method, notes, refusal: plainRefusal(finding) };
  return { ...finding, groups: bare, estimate: null, adjustedP: null, method: '', notes: [], refusal: WHY_HIDDEN };
}

function plainRefusal({ refusal }: Finding): string | null {
  return refusal === null ? null : withoutCounts(refusal);
}

const LEFT_OUT =
  'The measures, and who came to the scheme, are left out: with them a count from 1 to 4 could be worked out.';

/** A sentence of many numbers says nothing without them. */
function hasFewNumbers(sentence: string): boolean {
  return [...sentence.matchAll(COUNTS)].length < 3;
}

const COUNTS = /\b\d[\d,]*\b(?! months| days| times|%)/g;

/** A sentence without its numbers of people: "3 of 809 people" becomes "some people". */
function withoutCounts(sentence: string): string {
  return capital(sentence.replaceAll(/\b\d[\d,]* of \d[\d,]*\b/g, 'some').replaceAll(COUNTS, 'some'));
}

/** Only points at which at least five on each side have gone since the last, joined by straight lines. */
function coarse(curves: Curves): Curves {
  const [one, other] = curves.groups;
  const kept: number[] = [];
  for (const at of one.atRisk.keys()) {
    const last = kept.at(-1);
    const gone = [one, other].map(({ atRisk }) =>
      last === undefined ? Infinity : (atRisk[last]?.n ?? 0) - (atRisk[at]?.n ?? 0),
    );
    if (gone.every((count) => count > LARGEST_SMALL_COUNT)) kept.push(at);
  }
  const side = (curve: typeof one): typeof one => {
    const atRisk = kept.flatMap((at) => curve.atRisk[at] ?? []);
    return {
      ...curve,
      atRisk,
      days: atRisk.map(({ day }) => day),
      share: atRisk.map(({ share }) => share ?? 0),
      low: null,
      high: null,
    };
  };
  return { ...curves, groups: [side(one), side(other)], method: `${curves.method}; shown only at these months` };
}
