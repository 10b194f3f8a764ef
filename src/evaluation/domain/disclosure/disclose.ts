import { EVERYBODY, type Figure, type LineCount, type Measured } from '../measured.ts';
import { Disclosure, type Disclosed } from './disclosed.ts';
import { hiddenCounts, type Sum } from './hidden-counts.ts';
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
export function hiddenInMeasures(measures: readonly Measured[]): Disclosure {
  const tables = measures.map(tableOf);
  const weights = new Map<string, number>();
  for (const { uses } of tables) {
    for (const [name, use] of uses) weights.set(name, (weights.get(name) ?? WORTH) + WORTH * use);
  }
  let hidden: ReadonlySet<string> = new Set();
  for (let before = -1; hidden.size !== before;) {
    before = hidden.size;
    for (const { counts, sums } of tables) {
      const here = new Set([...hidden].filter((name) => counts.has(name)));
      hidden = new Set([...hidden, ...hiddenCounts(counts, sums, { alsoHide: here, weights })]);
    }
  }
  const cells = measures.flatMap(({ measure, figures }, at) =>
    figures.flatMap((figure) =>
      PARTS.filter((part) => partOf(figure, part) !== null && hidden.has(tables[at]?.nameOf(figure, part) ?? '')).map(
        (part) => cellOf(measure, figure, part),
      ),
    ),
  );
  return new Disclosure(new Set(cells));
}

/** The measures without what is hidden: no hidden count, and no value or interval made with one. */
export function disclosedMeasures(
  measures: readonly Measured[],
  disclosure: Disclosure,
): readonly DisclosedMeasure<Disclosed | null>[] {
  return measures.map((measured) => ({
    ...measured,
    figures: measured.figures.map((figure) => shownFigure(measured.measure, figure, disclosure)),
    warnings: sentencesFor('board', measured.warnings),
  }));
}

/** How many counts a total is worth, for each figure that it is the n of. */
const WORTH = 10;

type Part = LineCount['part'] | 'rest';

interface Table {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
  /** Of how many figures it is the n. */
  readonly uses: ReadonlyMap<string, number>;
  readonly nameOf: (figure: Pick<Figure, 'of' | 'what'>, part: Part) => string;
}

/** The counts of a measure, and every sum that a reader knows of. */
function tableOf(measured: Measured): Table {
  const lines = linesOf(measured.figures);
  const groups = [...new Set(measured.figures.map(({ of }) => of))];
  const nameOf = namesOf(lines);
  const has = (of: string, { what, part }: LineOrRest) => partOf(lines.get(what)?.get(of), part) !== null;
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const uses = new Map<string, number>();
  const add = (whole: readonly [string, LineOrRest], parts: readonly (readonly [string, LineOrRest])[]) => {
    // A group that a line has no figure of has nobody in it.
    const known = parts.filter(([of, line]) => has(of, line));
    if (!has(...whole) || known.length === 0) return;
    const sum = { whole: nameOf(...whole), parts: known.map(([of, line]) => nameOf(of, line)) };
    if (sum.parts.length > 1 || sum.parts[0] !== sum.whole) sums.push(sum);
  };
  for (const [what, line] of lines) {
    for (const part of PARTS) {
      for (const [of, figure] of line) {
        const count = partOf(figure, part);
        if (count === null) continue;
        counts.set(nameOf(of, { what, part }), count);
        const name = nameOf(of, { what, part });
        if (part === 'n') uses.set(name, (uses.get(name) ?? 0) + 1);
      }
      const others = groups.filter((of) => of !== EVERYBODY);
      add(
        [EVERYBODY, { what, part }],
        others.map((of) => [of, { what, part }] as const),
      );
    }
    for (const of of line.keys()) {
      if (!has(of, { what, part: 'rest' })) continue;
      add(
        [of, { what, part: 'n' }],
        (['count', 'rest'] as const).map((part) => [of, { what, part }] as const),
      );
    }
  }
  for (const { whole, parts } of measured.sums ?? []) {
    for (const of of groups) {
      add(
        [of, whole],
        parts.map((part) => [of, part] as const),
      );
    }
  }
  return { counts, sums, uses, nameOf: ({ of, what }, part) => nameOf(of, { what, part }) };
}

type Lines = ReadonlyMap<string, ReadonlyMap<string, Figure>>;
interface LineOrRest {
  readonly what: string;
  readonly part: Part;
}

function linesOf(figures: readonly Figure[]): Lines {
  const lines = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const line = lines.get(figure.what) ?? new Map<string, Figure>();
    lines.set(figure.what, line.set(figure.of, figure));
  }
  return lines;
}

/** Names counts: those that are the same in every group have one name, in whatever line they stand. */
function namesOf(lines: Lines): (of: string, line: LineOrRest) => string {
  const columns = new Map<string, string>();
  return (of, { what, part }) => {
    const key = `${part} ${what}`;
    const known = columns.get(key);
    if (known !== undefined) return `${of} of ${known}`;
    const values = [...(lines.get(what) ?? [])].map(([group, figure]) => `${group}=${partOf(figure, part) ?? ''}`);
    const column = values.sort().join(' ');
    columns.set(key, column);
    return `${of} of ${column}`;
  };
}

const PARTS: readonly Part[] = ['n', 'count', 'rest'];

function partOf(figure: Figure | undefined, part: Part): number | null {
  if (figure === undefined || figure.n === null) return null;
  const { n, count, unit } = figure;
  if (part === 'n') return n;
  if (count === null || part === 'count') return count;
  const isPart = (unit === 'proportion' || unit === 'ratio' || unit === 'count') && count >= 0 && count <= n;
  return isPart ? n - count : null;
}

const HIDDEN = 'hidden, as a count from 1 to 4 could be worked out from it';

function cellOf(measure: string, { of, what }: Pick<Figure, 'of' | 'what'>, part: Part): string {
  return `${part} of ${of}, ${what}, in ${measure}`;
}

function shownFigure(measure: string, figure: Figure, disclosure: Disclosure): Figure<Disclosed | null> {
  const cells = PARTS.map((part) => cellOf(measure, figure, part));
  const [n = '', count = '', rest = ''] = cells;
  const whole = disclosure.shown(figure.n, n);
  // A count beside its n tells the rest.
  const counted = disclosure.shown(figure.count, count, ...(whole === null ? [] : [rest]));
  if (!disclosure.hides(...cells)) return { ...figure, n: whole, count: counted };
  return { ...figure, n: whole, count: counted, value: null, low: null, high: null, why: HIDDEN, suppressed: true };
}
