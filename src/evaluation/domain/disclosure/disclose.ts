import { EVERYBODY, type Figure, type LineCount, type Measured } from '../measured.ts';
import { hiddenCounts, type Sum } from './hidden-counts.ts';
import { warningFor } from './warning-for.ts';

/** Who reads: an evaluator, who sees everything, or a board, to whom no small count is shown. */
export type Audience = 'evaluator' | 'board';

/**
 * The measures as an audience may see them. For a board every count from 1 to 4 is hidden, and so is its rest (a share of
 * 98 in 100 is as telling as one of 2), every value and interval made with either, and as many other counts as keep
 * these from being worked out from margins, sums and the same count in another line or measure.
 *
 * Within a measure that is sure (see `hiddenCounts`). Between measures, a count that is hidden in one is hidden, and kept
 * from being worked out, in each that has the same count in every group; measures given apart protect each other less.
 */
export function disclose(measures: readonly Measured[], audience: Audience): readonly Measured[] {
  if (audience === 'evaluator') return measures;
  const tables = measures.map(tableOf);
  let hidden: ReadonlySet<string> = new Set();
  for (let before = -1; hidden.size !== before;) {
    before = hidden.size;
    for (const { counts, sums } of tables) {
      const here = new Set([...hidden].filter((name) => counts.has(name)));
      hidden = new Set([...hidden, ...hiddenCounts(counts, sums, here)]);
    }
  }
  return measures.map((measured, at) => {
    const table = tables[at];
    if (table === undefined) return measured;
    const figures = measured.figures.map((figure) => shown(figure, (part) => hidden.has(table.nameOf(figure, part))));
    return { ...measured, figures, warnings: measured.warnings.map(warningFor) };
  });
}

type Part = LineCount['part'] | 'rest';

interface Table {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
  readonly nameOf: (figure: Pick<Figure, 'of' | 'what'>, part: Part) => string;
}

/** The counts of a measure. Those that are the same in every group have one name, in whatever line they stand. */
function tableOf({ figures, sums: declared = [] }: Measured): Table {
  const groups = [...new Set(figures.map(({ of }) => of))];
  const lines = new Map<string, Map<string, Figure>>();
  for (const figure of figures)
    lines.set(figure.what, (lines.get(figure.what) ?? new Map<string, Figure>()).set(figure.of, figure));
  const valueOf = (of: string, what: string, part: Part) => partOf(lines.get(what)?.get(of), part);
  const column = (what: string, part: Part) =>
    groups
      .map((of) => `${of}=${valueOf(of, what, part) ?? 0}`)
      .sort()
      .join(' ');
  const columns = new Map<string, string>();
  const nameIn = (of: string, what: string, part: Part) => {
    const key = `${part} ${what}`;
    const name = columns.get(key) ?? column(what, part);
    columns.set(key, name);
    return `${of} of ${name}`;
  };
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  for (const what of lines.keys()) {
    const parts = PARTS.filter((part) => groups.some((of) => valueOf(of, what, part) !== null));
    for (const part of parts) {
      for (const of of groups) counts.set(nameIn(of, what, part), valueOf(of, what, part) ?? 0);
      const others = groups.filter((of) => of !== EVERYBODY).map((of) => nameIn(of, what, part));
      if (others.length > 0 && others.length < groups.length)
        sums.push({ whole: nameIn(EVERYBODY, what, part), parts: others });
    }
    if (!parts.includes('rest')) continue;
    for (const of of groups)
      sums.push({ whole: nameIn(of, what, 'n'), parts: [nameIn(of, what, 'count'), nameIn(of, what, 'rest')] });
  }
  for (const { whole, parts } of declared) {
    if (!lines.has(whole.what)) continue;
    const known = parts.filter(({ what }) => lines.has(what));
    for (const of of groups)
      sums.push({
        whole: nameIn(of, whole.what, whole.part),
        parts: known.map(({ what, part }) => nameIn(of, what, part)),
      });
  }
  return { counts, sums: sums.filter(isNoTautology), nameOf: ({ of, what }, part) => nameIn(of, what, part) };
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

function isNoTautology({ whole, parts }: Sum): boolean {
  return !(parts.length === 1 && parts[0] === whole);
}

const HIDDEN = 'hidden, as a count from 1 to 4 could be worked out from it';

function shown(figure: Figure, isHidden: (part: Part) => boolean): Figure {
  const [n, count, rest] = [isHidden('n'), isHidden('count'), isHidden('rest')];
  const hasRest = partOf(figure, 'rest') !== null;
  if (!n && !(figure.count !== null && count) && !(hasRest && rest)) return figure;
  return {
    ...figure,
    n: n ? null : figure.n,
    // A count beside its n tells the rest.
    count: count || (hasRest && rest && !n) ? null : figure.count,
    value: null,
    low: null,
    high: null,
    why: HIDDEN,
    suppressed: true,
  };
}
