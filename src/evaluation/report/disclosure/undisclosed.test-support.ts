import type { FoundEvaluation } from '../evaluation.ts';

/**
 * What a board must not learn, written without looking at how it is kept from them. A count is undisclosed where it is
 * from 1 to 4, where what is left of its whole is, or where another count that a board may see lies so near it; and so
 * is whatever was worked out from one.
 */

/** A leaf of an evaluation, by the keys that lead to it. */
export type Path = string;

/** The evaluation with some of its leaves changed. */
export function changed(found: FoundEvaluation, change: (leaf: unknown, path: Path) => unknown): FoundEvaluation {
  return rebuilt(found, '', change) as FoundEvaluation;
}

function rebuilt(value: unknown, path: Path, change: (leaf: unknown, path: Path) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item, at) => rebuilt(item, `${path}/${at}`, change));
  if (typeof value !== 'object' || value === null) return change(value, path);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rebuilt(item, `${path}/${key}`, change)]));
}

/** Every leaf of an evaluation that a board must not learn: counts, what was made of them, and counts in sentences. */
export function undisclosedLeaves(found: FoundEvaluation): ReadonlySet<Path> {
  const { result, measures, disproportionality } = found;
  const leaves = new Set<Path>();
  const add = (path: Path, ...keys: readonly string[]) => {
    for (const key of keys) leaves.add(`${path}/${key}`);
  };
  const { flow } = result;
  if (isSmall(flow.inData)) add('/result/flow', 'inData');
  if (isSmall(flow.studied)) add('/result/flow', 'studied');
  for (const [at, { n }] of flow.excluded.entries()) if (isSmall(n)) add(`/result/flow/excluded/${at}`, 'n');
  for (const [side, { n, stages, lost, compared }] of flow.sides.entries()) {
    const path = `/result/flow/sides/${side}`;
    if (isSmall(n)) add(path, 'n');
    if (isSmall(compared)) add(path, 'compared');
    for (const [at, one] of lost.entries()) if (isSmall(one.n)) add(`${path}/lost/${at}`, 'n');
    // One stage less the next is a loss, and a stage less the same line of a measure is one too.
    for (const at of stages.keys()) add(`${path}/stages/${at}`, 'n');
  }
  for (const [at, { groups, characteristic, level }] of result.baseline.entries()) {
    const isTold = groups.every(({ count, value }) => {
      const whole = level === null || value === null || value === 0 ? null : Math.round((count ?? 0) / value);
      return !isSmall(count) && (whole === null || !isSmall(whole - (count ?? 0)));
    });
    if (isTold) continue;
    const path = `/result/baseline/${at}`;
    add(path, 'standardisedDifference', 'groups/0/value', 'groups/1/value');
    for (const side of [0, 1] as const) if (isSmall(groups[side].count)) add(path, `groups/${side}/count`);
    const name = `${characteristic}: ${level ?? ''}`.replaceAll('-', ' ');
    const place = result.balance?.findIndex((row) => row.name === name) ?? -1;
    if (place >= 0) add(`/result/balance/${place}`, 'before', 'after');
  }
  for (const [at, { role, groups }] of result.findings.entries()) {
    const path = `/result/findings/${at}`;
    for (const [side, { n, events }] of groups.entries()) {
      // A person more or less than in the main analysis is the person of whom something is not recorded.
      if (role === 'sensitivity') add(`${path}/groups/${side}`, 'n', 'events', 'value');
      else if (isSmall(n) || isSmall(events) || (events !== null && isSmall(n - events))) {
        add(path, ...ESTIMATE, 'groups/0/value', 'groups/1/value');
        add(`${path}/groups/${side}`, ...(isSmall(n) ? ['n'] : []), ...(isSmall(events) ? ['events'] : []));
      }
    }
  }
  for (const side of [0, 1]) {
    // A curve steps by one person.
    for (const key of ['days', 'share', 'low', 'high']) leaves.add(`/result/curves/groups/${side}/${key}`);
  }
  for (const [at, { figures }] of measures.entries()) {
    for (const [place, { n, count, unit }] of figures.entries()) {
      const rest = count !== null && unit !== 'pounds' && unit !== 'mean' ? n - count : null;
      const path = `/measures/${at}/figures/${place}`;
      if (!isSmall(n) && !isSmall(count) && !isSmall(rest)) continue;
      add(path, 'value', 'low', 'high', ...(isSmall(n) ? ['n'] : []));
      if (isSmall(count)) add(path, 'count');
    }
  }
  for (const [at, { size, count }] of disproportionality?.funnel.points.entries() ?? []) {
    if (!isSmall(size) && !isSmall(count) && !isSmall(size - count)) continue;
    add(`/disproportionality/funnel/points/${at}`, 'size', 'count', 'rate', 'low2', 'high2', 'low3', 'high3');
  }
  return leaves;
}

const ESTIMATE = ['value', 'low', 'high', 'standardError', 'p'].map((key) => `estimate/${key}`);

/** Up to here a count is small: written anew, so that a slip in the program's own limit is seen. */
const LARGEST = 4;

export function isSmall(count: number | null): boolean {
  return count !== null && Number.isInteger(count) && count >= 1 && count <= LARGEST;
}

/** Every count of an evaluation, with its path: what a reader would have to know to work others out. */
export function countLeaves(found: FoundEvaluation): ReadonlyMap<Path, number> {
  const counts = new Map<Path, number>();
  changed(found, (leaf, path) => {
    if (typeof leaf === 'number' && COUNTS.some((pattern) => pattern.test(path))) counts.set(path, leaf);
    return leaf;
  });
  return counts;
}

const COUNTS: readonly RegExp[] = [
  /^\/result\/flow\/(.+\/)?(n|inData|studied|compared)$/,
  /^\/result\/(baseline|findings)\/\d+\/groups\/\d\/(count|n|events)$/,
  /^\/measures\/\d+\/figures\/\d+\/(n|count)$/,
  /^\/disproportionality\/funnel\/points\/\d+\/(size|count)$/,
];

/** That some counts make another, as a reader knows from what the tables say. */
export interface KnownSum {
  readonly whole: Path;
  readonly parts: readonly Path[];
}

/** The sums that a reader may use, those only that hold. `rest of` stands for what a whole has beside one part. */
export function knownSums(found: FoundEvaluation, counts: ReadonlyMap<Path, number>): readonly KnownSum[] {
  const { result, measures, disproportionality } = found;
  const { flow, findings } = result;
  const sums: KnownSum[] = [];
  const add = (whole: Path, parts: readonly Path[]) => {
    const total = parts.reduce((sum, part) => sum + (counts.get(part) ?? Number.NaN), 0);
    if (total === counts.get(whole)) sums.push({ whole, parts });
  };
  const FLOW = '/result/flow';
  add(`${FLOW}/inData`, [...flow.excluded.map((_, at) => `${FLOW}/excluded/${at}/n`), `${FLOW}/studied`]);
  add(`${FLOW}/studied`, [`${FLOW}/sides/0/n`, `${FLOW}/sides/1/n`]);
  for (const side of [0, 1] as const) {
    const own = `${FLOW}/sides/${side}`;
    const compared = `${own}/compared`;
    add(`${own}/n`, [...flow.sides[side].lost.map((_, at) => `${own}/lost/${at}/n`), compared]);
    const levels = Map.groupBy(
      [...result.baseline.entries()].filter(([, { level }]) => level !== null),
      ([, { characteristic }]) => characteristic,
    );
    for (const rows of levels.values()) {
      const parts = rows.map(([at]) => `/result/baseline/${at}/groups/${side}/count`);
      for (const whole of [`${own}/n`, compared]) add(whole, parts);
    }
    const groups = [...findings.entries()].filter(([, { role }]) => role !== 'sensitivity');
    for (const [at] of groups) {
      const path = `/result/findings/${at}/groups/${side}`;
      for (const whole of [`${own}/n`, compared]) add(whole, [`${path}/n`]);
    }
    const primary = findings.findIndex(({ role }) => role === 'primary');
    const divided = Map.groupBy(
      groups.filter(([, { role }]) => role === 'subgroup'),
      ([, { id }]) => id.split(':')[1] ?? '',
    );
    for (const part of ['n', 'events']) {
      const whole = `/result/findings/${primary}/groups/${side}/${part}`;
      for (const own of divided.values())
        add(
          whole,
          own.map(([at]) => `/result/findings/${at}/groups/${side}/${part}`),
        );
      for (const [at, { role }] of groups) {
        if (role === 'supporting') add(whole, [`/result/findings/${at}/groups/${side}/${part}`]);
      }
    }
  }
  for (const [at, { figures, sums: made = [] }] of measures.entries()) {
    const pathOf = (of: string, what: string, part: string) =>
      `/measures/${at}/figures/${figures.findIndex((figure) => figure.of === of && figure.what === what)}/${part}`;
    const groups = [...new Set(figures.map(({ of }) => of))];
    for (const of of groups) {
      for (const { whole, parts } of made) {
        const known = parts.map(({ what, part }) => pathOf(of, what, part)).filter((path) => counts.has(path));
        if (known.length > 0) add(pathOf(of, whole.what, whole.part), known);
      }
    }
  }
  const points = [...(disproportionality?.funnel.points.entries() ?? [])];
  for (const [row, { level, groups }] of result.baseline.entries()) {
    const own = points.filter(([, { name }]) => name.startsWith(`${level ?? ''}, `));
    if (level === null || groups[0].count === null || own.length === 0) continue;
    add(
      `/result/baseline/${row}/groups/0/count`,
      own.map(([at]) => `/disproportionality/funnel/points/${at}/size`),
    );
  }
  return sums;
}

/**
 * The small counts that a reader can work out who knows these counts and these sums: equations with one unknown left,
 * after the unknowns have been eliminated from one another (Gauss and Jordan).
 */
export function workedOut(
  counts: ReadonlyMap<Path, number>,
  known: ReadonlySet<Path>,
  sums: readonly KnownSum[],
): readonly Path[] {
  const unknown = [...new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))].filter(
    (path) => !known.has(path),
  );
  const place = new Map(unknown.map((path, at) => [path, at]));
  const rows = sums.map(({ whole, parts }) => {
    const row = new Float64Array(unknown.length);
    for (const [path, sign] of [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
      const at = place.get(path);
      if (at !== undefined) row[at] = (row[at] ?? 0) + sign;
    }
    return row;
  });
  let pivot = 0;
  for (let column = 0; column < unknown.length; column += 1) {
    const found = rows.findIndex((row, at) => at >= pivot && Math.abs(row[column] ?? 0) > 1e-9);
    const chosen = rows[found];
    const swapped = rows[pivot];
    if (chosen === undefined || swapped === undefined) continue;
    rows[found] = swapped;
    rows[pivot] = chosen;
    const by = chosen[column] ?? 1;
    for (let at = 0; at < chosen.length; at += 1) chosen[at] = (chosen[at] ?? 0) / by;
    for (const row of rows) {
      const times = row[column] ?? 0;
      if (row === chosen || times === 0) continue;
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - times * (chosen[at] ?? 0);
    }
    pivot += 1;
  }
  return rows.flatMap((row) => {
    const left = [...row.keys()].filter((at) => Math.abs(row[at] ?? 0) > 1e-9);
    const [only] = left;
    const path = left.length === 1 && only !== undefined ? unknown[only] : undefined;
    return path !== undefined && isSmall(counts.get(path) ?? null) ? [path] : [];
  });
}
