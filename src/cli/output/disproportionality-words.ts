/** Counts, ratios and months of a disproportionality as the command line writes them. */
import { isOfFew, type RelativeRate, type StepTable } from '../../evaluation/index.ts';

/** A count, with commas. */
export function written(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A ratio or rate as a board reads it: two decimals below ten, one below a hundred. */
export function ratioWords(value: number | null): string {
  if (value === null) return '–';
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** An interval of ratios. */
export function rangeWords(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `${ratioWords(low)}–${ratioWords(high)}`;
}

export function percentWords(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`;
}

/** The months of the year, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2019-12` as December 2019. */
function monthWords(month: string): string {
  return `${MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** The span of months, in order; months between that are not there are said to be missing. */
export function monthSpanWords(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'no month';
  if (first === last) return monthWords(first);
  const missing = monthNumber(last) - monthNumber(first) + 1 - months.length;
  return `${monthWords(first)} to ${monthWords(last)}${missing > 0 ? ` (${missing} months between are not there)` : ''}`;
}

/** Months since year 0, so that they can be counted between. */
function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** A group, as the subject of a sentence. */
function groupWords(group: string): string {
  return GROUPS[group] ?? (/^\d|^(under|over) /.test(group) ? `people aged ${group}` : `${group} people`);
}

const GROUPS: Readonly<Record<string, string>> = {
  male: 'men and boys',
  female: 'women and girls',
  other: 'people of another sex',
  Mixed: 'people of Mixed ethnicity',
  Other: 'people of other ethnic groups',
};

/** A relative rate of being searched, or of a find, as a sentence. Null where there is none. */
export function relativeSentence(table: StepTable, rate: RelativeRate): string | null {
  const reference = table.rates.find(({ isReference }) => isReference);
  if (rate.relative === null || reference === undefined) return null;
  const facts = table.denominator === 'population' ? searchedWords(rate, reference) : foundWords(rate, reference);
  const interval = `95% interval ${ratioWords(rate.relativeLow)} to ${ratioWords(rate.relativeHigh)}`;
  return `${facts}: ${ratioWords(rate.relative)} times as often (${interval})${verdict(rate)}.`;
}

function searchedWords(rate: RelativeRate, reference: RelativeRate): string {
  const perThousand = ({ rate: value }: RelativeRate): string => {
    const shown = (value ?? 0) * 1000;
    return `${shown >= 0.1 || shown === 0 ? shown.toFixed(1) : shown.toPrecision(2)} times`;
  };
  const who = groupWords(rate.group);
  return (
    `${who.slice(0, 1).toUpperCase()}${who.slice(1)} were searched ${perThousand(rate)} for every 1,000 of them who live ` +
    `in the area, ${groupWords(reference.group)} ${perThousand(reference)}`
  );
}

function foundWords(rate: RelativeRate, reference: RelativeRate): string {
  const finds = ({ count, rate: share }: RelativeRate): string => `${written(count)} (${percentWords(share)})`;
  return (
    `Of ${written(rate.base ?? 0)} searches of ${groupWords(rate.group)} ${finds(rate)} found what was looked for, of ` +
    `${written(reference.base ?? 0)} of ${groupWords(reference.group)} ${finds(reference)}`
  );
}

function verdict(rate: RelativeRate): string {
  const { explainOrReform, relativeLow, relativeHigh } = rate;
  if (explainOrReform !== null) return `; ${explainOrReform} by more than chance`;
  const isOff = (relativeLow ?? 0) > 1 || (relativeHigh ?? Infinity) < 1;
  if (isOff) return '; among so many comparisons this may be chance';
  return isOfFew(rate) ? '; too few to tell from chance' : '; this may be chance';
}
