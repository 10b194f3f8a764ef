/** Months that belong together, in order, each as 2019-12. */
export interface Period {
  readonly months: readonly string[];
}

/** Months missing between two that are there, from which on a new period begins. */
const MONTHS_OF_A_GAP = 6;
/** A single run at least this long is compared with itself: its first twelve months with its last. */
const MONTHS_TO_SPLIT = 24;
const YEAR = 12;

/**
 * The periods that months fall into: a gap of half a year or more parts two. Where there is one run of two years or
 * more, its first and its last twelve months are periods, and what lies between them is one too. Every month is in one.
 */
export function periodsOf(months: readonly string[]): Period[] {
  const periods: string[][] = [];
  for (const month of [...new Set(months)].sort()) {
    const last = periods.at(-1)?.at(-1);
    if (last === undefined || monthNumber(month) - monthNumber(last) > MONTHS_OF_A_GAP) periods.push([month]);
    else periods.at(-1)?.push(month);
  }
  const [sole] = periods;
  if (periods.length === 1 && sole !== undefined && span(sole) >= MONTHS_TO_SPLIT) return endsOf(sole);
  return periods.map((period) => ({ months: period }));
}

function endsOf(months: readonly string[]): Period[] {
  const [first, last] = [monthNumber(months[0] ?? ''), monthNumber(months.at(-1) ?? '')];
  const isEarly = (month: string): boolean => monthNumber(month) < first + YEAR;
  const isLate = (month: string): boolean => monthNumber(month) > last - YEAR;
  const between = months.filter((month) => !isEarly(month) && !isLate(month));
  return [
    { months: months.filter(isEarly) },
    ...(between.length === 0 ? [] : [{ months: between }]),
    { months: months.filter(isLate) },
  ];
}

function span(months: readonly string[]): number {
  return monthNumber(months.at(-1) ?? '') - monthNumber(months[0] ?? '') + 1;
}

/** Months since year 0. */
function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * YEAR + Number(month.slice(5, 7)) - 1;
}
