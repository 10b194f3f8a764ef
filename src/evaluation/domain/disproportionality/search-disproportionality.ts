import type { StatisticsRefusal } from '../../../statistics/index.ts';
import type { Result } from '../../../shared/result.ts';
import { copiesEffect, type CopiesEffect } from './copies-effect.ts';
import { heldToAll } from './many-comparisons.ts';
import type { ImputedRate } from './imputed-relative-rates.ts';
import type { Population } from './population.ts';
import { GROUPINGS, searchesIn, whereEthnicityIsFrom, type SearchCount } from './search-count.ts';
import { searchSensitivity } from './search-sensitivity.ts';
import { searchSteps, type StepTable } from './search-steps.ts';
import { keysIn } from '../../../shared/tables.ts';

/** The same questions are asked of all searches and of those for drugs. */
export type SearchesAsked = 'all searches' | 'searches for drugs';

/** Disproportionality among some of the searches of an area, at every step and by every grouping. */
export interface SearchesAnswered {
  readonly of: SearchesAsked;
  readonly searches: number;
  readonly ethnicityFrom: ReturnType<typeof whereEthnicityIsFrom>;
  readonly tables: readonly StepTable[];
  readonly copies: CopiesEffect;
  /** By ethnicity, the missing imputed; refused where there is nothing to impute from. */
  readonly sensitivity: Result<readonly ImputedRate[], StatisticsRefusal>;
}

export interface DisproportionalityQuestion {
  readonly searches: readonly SearchCount[];
  /** Null where none is at hand. */
  readonly population: Population | null;
  readonly seed: number | string;
}

/** Disproportionality in the searches of one area: all of them, and those for drugs. */
export function searchDisproportionality(question: DisproportionalityQuestion): readonly SearchesAnswered[] {
  const forDrugs = question.searches.filter(({ object }) => object === 'drugs');
  const answers = [
    answered('all searches', question),
    answered('searches for drugs', { ...question, searches: forDrugs }),
  ];
  const held = heldToAll(answers.flatMap(({ tables }) => tables));
  let at = 0;
  return answers.map((answer) => ({ ...answer, tables: held.slice(at, (at += answer.tables.length)) }));
}

function answered(of: SearchesAsked, { searches, population, seed }: DisproportionalityQuestion): SearchesAnswered {
  const groupings = keysIn(GROUPINGS);
  return {
    of,
    searches: searchesIn(searches),
    ethnicityFrom: whereEthnicityIsFrom(searches),
    tables: groupings.flatMap((grouping) => searchSteps(searches, grouping, population)),
    copies: copiesEffect(searches, population),
    sensitivity: searchSensitivity(searches, population, seed),
  };
}
