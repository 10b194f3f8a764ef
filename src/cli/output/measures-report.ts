import type { DisclosedMeasure, Figure } from '../../evaluation/index.ts';
import type { Terminal } from '../terminal.ts';
import { table, type Cell } from './table.ts';
import { hanging, wrap } from './wrap.ts';

export interface MeasuresAnswer {
  readonly measures: readonly DisclosedMeasure[];
  readonly isGenerated: boolean;
  /** Whether Turning Point's saving can be reproduced, in words. */
  readonly turningPoint: string;
}

/** What each measure counts, its figures in a table, and what a reader must know of them. */
export function measuresReport({ measures, isGenerated, turningPoint }: MeasuresAnswer, terminal: Terminal): string {
  const notice = isGenerated
    ? [...wrap('Generated data: no real people, and no real effects.', terminal.width), '']
    : [];
  const lines = [...notice, ...measures.flatMap((measured) => [...linesOf(measured, terminal), ''])];
  return `${[...lines, ...wrap(turningPoint, terminal.width)].join('\n')}\n`;
}

const WORDS = ['numerator', 'denominator', 'clock', 'window', 'base', 'censoring', 'method', 'source'] as const;
const WORD_WIDTH = 14;

function linesOf({ header, figures, warnings }: DisclosedMeasure, { width, style }: Terminal): readonly string[] {
  const about = WORDS.map((word) => hanging(capital(word).padEnd(WORD_WIDTH), header[word], width));
  const columns = [
    { heading: 'Group', share: 1 },
    { heading: '', share: 3 },
    { heading: 'n', share: 0 },
    { heading: 'Count', share: 0 },
    { heading: 'Value', share: 0 },
    { heading: '95% interval', share: 0 },
    { heading: '', share: 2 },
  ];
  return [
    style('bold', header.title),
    ...about,
    '',
    ...table(columns, figures.map(cellsOf), width),
    ...warnings.map((warning) => hanging('! ', warning, width)),
  ];
}

function cellsOf(figure: Figure<number | null>): readonly Cell[] {
  const { of, what, n, count, value, low, high, why } = figure;
  const range = low === null && high === null ? '' : `${written(low, figure)} to ${written(high, figure)}`;
  const isBareCount = figure.unit === 'count';
  return [
    [of],
    [what],
    [n === null ? 'hidden' : String(n)],
    [count === null ? '' : String(count)],
    [isBareCount && value !== null ? '' : written(value, figure)],
    [range],
    why === null ? [] : [why],
  ];
}

function written(value: number | null, { unit }: Pick<Figure, 'unit'>): string {
  if (value === null) return '–';
  switch (unit) {
    case 'proportion':
      return `${(100 * value).toFixed(1)}%`;
    case 'pounds':
      return `£${Math.round(value).toLocaleString('en-GB')}`;
    case 'days':
    case 'count':
      return String(Math.round(value));
    case 'difference':
    case 'ratio':
    case 'mean':
    case 'hours':
    case 'points':
    case 'weight':
      return value.toFixed(2);
  }
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
