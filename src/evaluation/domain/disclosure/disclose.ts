import { EVERYBODY, type Figure, type LineCount, type Measured } from '../measured.ts';
import { Disclosure, type AllDisclosed } from './disclosed.ts';
import { hiddenCounts, type Sum } from './hidden-counts.ts';
import { groupsTogether } from './groups-together.ts';
import { nearCounts } from './near-counts.ts';
import type { CountForm, NumberKind } from './rounding.ts';
import { sentencesFor, type Audience } from './sentence.ts';

/** A measure as an audience reads it. */
export type DisclosedMeasure<Count = number | null> = Measured<string, Count>;

/** The measures as an audience may see them: an evaluator all of them, a board what is not hidden. */
export function disclose(measures: readonly Measured[], audience: Audience): readonly DisclosedMeasure[] {
  if (audience === 'board') return disclosedMeasures(measures, hiddenInMeasures(measures));
  return measures.map((measured) => ({ ...measured, warnings: sentencesFor('evaluator', measured.warnings) }));
}

/**
 * The counts of measures that a board may not see, named by `cellOf`. Every count from 1 to 4 is hidden, and so is its
 * rest (a share of 98 in 100 is as telling as one of 2), and as many other counts as keep these from being worked out
 * from margins, sums and the same count in another line or measure.
 *
 * Within a measure that is sure (see `hiddenCounts`). Between measures, a count that is hidden in one is hidden, and kept
 * from being worked out, in each that has the same count in every group; measures given apart protect each other less.
 */
export function hiddenInMeasures(measures: readonly Measured[], form: CountForm = 'hidden'): Disclosure {
  const tables = measures.map(tableOf);
  const weights = new Map<string, number>();
  for (const { figures } of tables) {
    for (const { n } of figures) weights.set(n.name, (weights.get(n.name) ?? 0) + WORTH);
  }
  let hidden: ReadonlySet<string> = new Set();
  let before: number;
  do {
    before = hidden.size;
    for (const { counts, sums } of tables) {
      hidden = new Set([...hidden, ...hiddenCounts(counts, sums, { alsoHide: hidden, weights })]);
    }
    // Counts of one group that differ by a few people tell of these, in whatever lines and measures they stand.
    hidden = new Set([...hidden, ...nearCounts(countsByGroup(measures, tables), { hidden, weights })]);
  } while (hidden.size > before);
  const cells = tables.flatMap(({ figures }) => figures.flatMap(({ n, count }) => [n, count]));
  return new Disclosure(new Set(cells.filter(({ name }) => hidden.has(name)).map(({ cell }) => cell)), form);
}

/** The counts of people in each group, by the names of the counts. */
function countsByGroup(
  measures: readonly Measured[],
  tables: readonly Table[],
): readonly (readonly (readonly [string, number])[])[] {
  const groups = new Map<string, [string, number][]>();
  for (const [at, { figures }] of measures.entries()) {
    for (const [place, figure] of figures.entries()) {
      const named = tables[at]?.figures[place];
      if (named === undefined) continue;
      const own = groups.get(figure.of) ?? [];
      own.push([named.n.name, figure.n]);
      if (figure.count !== null && (partsOf(figure).get('rest') ?? -1) >= 0) own.push([named.count.name, figure.count]);
      groups.set(figure.of, own);
    }
  }
  return [...groups.values()];
}

/** A measure as a board may read it. */
export type BoardMeasure = AllDisclosed<DisclosedMeasure>;

/** The measures without what is hidden: no hidden count, and no value or interval made with one. */
export function disclosedMeasures(measures: readonly Measured[], disclosure: Disclosure): readonly BoardMeasure[] {
  return measures.map((measured) => ({
    ...measured,
    figures: groupsTogether(
      measured.figures.map((figure) => shownFigure(measured.measure, figure, disclosure)),
      disclosure,
    ),
    // Stryker disable next-line StringLiteral: whoever is no evaluator reads what a board does
    warnings: sentencesFor('board', measured.warnings),
  }));
}

/** How many counts a total is worth, for each figure that it is the n of. */
const WORTH = 10;

type Part = LineCount['part'] | 'rest';

/** A count as it is named where it is the same as others, and the one place where it is read. */
interface Named {
  readonly name: string;
  readonly cell: string;
}

interface Table {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
  readonly figures: readonly Readonly<Record<LineCount['part'], Named>>[];
}

/** The counts of a measure, and every sum that a reader knows of. */
function tableOf({ measure, figures, sums: linesThatAddUp = [] }: Measured): Table {
  const nameOf = namesOf(figures);
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  for (const figure of figures) {
    for (const [part, count] of partsOf(figure)) counts.set(nameOf(figure.of, { what: figure.what, part }), count);
  }
  const add = (whole: string, parts: readonly string[]) => {
    // A group that a line has no figure of has nobody in it.
    if (counts.has(whole) && parts.some((part) => counts.has(part))) sums.push({ whole, parts });
  };
  const groups = [...new Set(figures.map(({ of }) => of))];
  const others = groups.filter((of) => of !== EVERYBODY);
  for (const figure of figures) {
    if (!partsOf(figure).has('rest')) continue;
    const name = (part: Part) => nameOf(figure.of, { what: figure.what, part });
    sums.push({ whole: name('n'), parts: [name('count'), name('rest')] });
  }
  for (const what of new Set(figures.map((figure) => figure.what))) {
    for (const part of PARTS) {
      add(
        nameOf(EVERYBODY, { what, part }),
        others.map((of) => nameOf(of, { what, part })),
      );
    }
  }
  for (const { whole, parts } of linesThatAddUp) {
    for (const of of groups) {
      add(
        nameOf(of, whole),
        parts.map((part) => nameOf(of, part)),
      );
    }
  }
  const named = (figure: Figure, part: LineCount['part']) => ({
    name: nameOf(figure.of, { what: figure.what, part }),
    cell: cellOf(measure, figure, part),
  });
  return {
    counts,
    sums,
    figures: figures.map((figure) => ({ n: named(figure, 'n'), count: named(figure, 'count') })),
  };
}

interface LineOrRest {
  readonly what: string;
  readonly part: Part;
}

/** Names counts: those that are the same in every group have one name, in whatever line they stand. */
function namesOf(figures: readonly Figure[]): (of: string, line: LineOrRest) => string {
  const columns = new Map<string, string>();
  for (const [what, line] of Map.groupBy(figures, (figure) => figure.what)) {
    for (const part of PARTS) {
      const values = line.map((figure) => `${figure.of}=${partsOf(figure).get(part)}`);
      columns.set(`${part} ${what}`, JSON.stringify(values.sort()));
    }
  }
  return (of, { what, part }) => `${of} of ${columns.get(`${part} ${what}`)}`;
}

const PARTS: readonly Part[] = ['n', 'count', 'rest'];

/** The counts of a figure: its n, what it counts, and where that is counted among the n those that are left. */
function partsOf({ n, count, unit }: Figure): ReadonlyMap<Part, number> {
  if (count === null) return new Map([['n', n]]);
  const isOfN = unit === 'proportion' || unit === 'ratio' || unit === 'count';
  return new Map<Part, number>([['n', n], ['count', count], ...(isOfN ? [['rest', n - count] as const] : [])]);
}

const HIDDEN = 'hidden, as a count from 1 to 4 could be worked out from it';

function cellOf(measure: string, { of, what }: Pick<Figure, 'of' | 'what'>, part: LineCount['part']): string {
  return `${part} of ${of}, ${what}, in ${measure}`;
}

/** Where the rest is hidden, so is one of the two that it could be worked out from: they are a sum. */
function shownFigure(measure: string, figure: Figure, disclosure: Disclosure): AllDisclosed<Figure<number | null>> {
  const cells = { n: cellOf(measure, figure, 'n'), count: cellOf(measure, figure, 'count') };
  const isHidden = disclosure.hides(cells.n, cells.count);
  const number = (value: number | null) =>
    figure.unit === 'count'
      ? disclosure.count(value, cells.n, cells.count)
      : disclosure.number(value, kindOf(figure, value), cells.n, cells.count);
  return {
    ...figure,
    n: disclosure.count(figure.n, cells.n),
    count: disclosure.count(figure.count, cells.count),
    value: isHidden ? null : number(figure.value),
    low: isHidden ? null : number(figure.low),
    high: isHidden ? null : number(figure.high),
    ...(isHidden && { why: HIDDEN, suppressed: true }),
  };
}

/** A difference may be of two shares or of two means: one below 1 is kept as finely as a share. */
function kindOf({ unit }: Figure, value: number | null): NumberKind {
  if (unit === 'proportion' || (unit === 'difference' && Math.abs(value ?? 0) < 1)) return 'share';
  return unit === 'ratio' ? 'ratio' : 'amount';
}
