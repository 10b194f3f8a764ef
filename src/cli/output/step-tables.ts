import type { RelativeRate, SearchesAnswered, StepTable } from '../../evaluation/index.ts';
import type { Terminal } from '../terminal.ts';
import { percentWords, rangeWords, ratioWords, written } from './disproportionality-words.ts';
import { table, type Cell } from './table.ts';
import { wrap } from './wrap.ts';

/** Who was searched, by group: by residents, by the officer's view, and with what is missing imputed. */
export function searchedTable(
  searched: StepTable,
  { tables, sensitivity }: SearchesAnswered,
  { width }: Terminal,
): string[] {
  const isByEthnicity = searched.grouping === 'ethnicity';
  const officer = tables.find(
    ({ grouping, step }) => grouping === 'ethnicity as the officer saw it' && step === searched.step,
  );
  const times = `Times ${searched.reference}`;
  const headings = ['Group', 'Residents', 'Searches', 'Per 1,000', times];
  const rows = searched.rates.map((rate): Cell[] => [
    [rate.group],
    [rate.base === null ? '–' : written(rate.base)],
    [written(rate.count)],
    rate.rate === null ? ['–'] : [perThousand(rate.rate), range(rate.rateLow, rate.rateHigh, perThousand)],
    relativeCell(rate),
    ...(isByEthnicity
      ? [officerCell(officer, rate.group), officerTimes(officer, rate.group), imputedCell(sensitivity, rate.group)]
      : []),
  ]);
  const more = isByEthnicity
    ? ['Officer saw', times, `Imputed: ${times.slice(0, 1).toLowerCase()}${times.slice(1)}`]
    : [];
  const why = searched.why === null ? [] : [...wrap(`No rate by residents: ${searched.why}`, width), ''];
  return [
    ...why,
    ...table(
      [...headings, ...more].map((heading) => ({ heading, share: 0 })),
      rows,
      width,
    ),
  ];
}

function officerCell(officer: StepTable | undefined, group: string): Cell {
  const rate = officer?.rates.find((candidate) => candidate.group === group);
  return [rate === undefined ? '–' : written(rate.count)];
}

function officerTimes(officer: StepTable | undefined, group: string): Cell {
  const rate = officer?.rates.find((candidate) => candidate.group === group);
  return rate === undefined ? ['–'] : relativeCell(rate);
}

function imputedCell(sensitivity: SearchesAnswered['sensitivity'], group: string): Cell {
  if (!sensitivity.ok) return ['–'];
  const rate = sensitivity.value.find((candidate) => candidate.step === 'searched' && candidate.group === group);
  return rate === undefined || rate.relative === null
    ? ['–']
    : [ratioWords(rate.relative), rangeWords(rate.low, rate.high)];
}

function relativeCell(rate: RelativeRate): Cell {
  if (rate.isReference) return ['1'];
  if (rate.relative === null) return ['–'];
  return [`${ratioWords(rate.relative)}${star(rate)}`, rangeWords(rate.relativeLow, rate.relativeHigh)];
}

/** Steps down, groups across: the share, and how many times that of the reference group. */
export function stepsTable(steps: readonly StepTable[], { width }: Terminal): string[] {
  const told = steps.filter(({ why }) => why === null);
  const groups = told[0]?.rates.map(({ group }) => group) ?? [];
  const happened = told.filter(({ rates }) => rates.some(({ count }) => count > 0));
  const rows = [
    [['all of the group'], ...groups.map((_, at) => [written(told[0]?.rates[at]?.base ?? 0)])],
    ...happened.map(({ step, rates }): Cell[] => [
      [step.replace(/ of (searches|finds)$/, '')],
      ...rates.map((rate): Cell => [`${written(rate.count)} · ${percentWords(rate.rate)}`, ...timesLines(rate)]),
    ]),
  ];
  const untold = steps.filter(({ why }) => why !== null);
  const never = told
    .filter((step) => !happened.includes(step))
    .map(({ step }) => step.replace(/ of (searches|finds)$/, ''));
  return [
    ...table(
      ['', ...groups].map((heading) => ({ heading, share: 0 })),
      rows,
      width,
    ),
    ...untold.flatMap(({ step, why }) => ['', ...wrap(`${step}: cannot be said: ${why ?? ''}.`, width)]),
    ...(never.length > 0 ? ['', ...wrap(`None at all: ${never.join(', ')}.`, width)] : []),
  ];
}

function timesLines(rate: RelativeRate): string[] {
  if (rate.relative === null) return [];
  return [`×${ratioWords(rate.relative)}${star(rate)}`, rangeWords(rate.relativeLow, rate.relativeHigh)];
}

function star({ explainOrReform }: RelativeRate): string {
  return explainOrReform === null ? '' : '*';
}

function perThousand(rate: number): string {
  const shown = rate * 1000;
  return shown >= 0.1 || shown === 0 ? shown.toFixed(2) : shown.toPrecision(2);
}

function range(low: number | null, high: number | null, words: (value: number) => string): string {
  return low === null || high === null ? '' : `${words(low)}–${words(high)}`;
}
